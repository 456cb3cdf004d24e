/** Told by the mark near its beginning, whatever its headers say. Apart from `pdf.ts`, whose library is heavy. */
export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_024)).includes('%PDF-');
