export const sendCommand = (..._a: any[]): any => null;
