export const serveCommands = (..._a: any[]): any => null;
