export const checkExamples = (_r: any): any[] => [];
