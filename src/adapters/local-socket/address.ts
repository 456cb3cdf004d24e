export const commandSocket = (..._a: any[]): any => null;
