/** The smallest writer of PDFs that a reader of text can be tested with: Helvetica at given places. */

/** `[x, y, size, text]`; the page is A4, y grows upwards. */
export type Placed = readonly [x: number, y: number, size: number, text: string];

const escaped = (text: string) =>
  text
    .replace(/[\\()]/g, '\\$&')
    .replace(/’/g, '\\222')
    .replace(/–/g, '\\226');

export function aPdf(pages: readonly (readonly Placed[])[]): Buffer {
  const objects: string[] = [];
  const font = 3;
  const pageIds = pages.map((_, at) => 4 + at * 2);
  objects[1] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[2] = `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`;
  objects[font] = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
  for (const [at, placed] of pages.entries()) {
    const stream = placed
      .map(([x, y, size, text]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`)
      .join('\n');
    objects[pageIds[at]!] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${pageIds[at]! + 1} 0 R >>`;
    objects[pageIds[at]! + 1] = `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
  }
  let body = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (let id = 1; id < objects.length; id += 1) {
    offsets[id] = body.length;
    body += `${id} 0 obj\n${objects[id]}\nendobj\n`;
  }
  const start = body.length;
  const entries = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  body += `xref\n0 ${objects.length}\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${objects.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

/** Lines one below the other from the top. */
export const prose = (lines: readonly string[], from: number, size = 11): Placed[] =>
  lines.map((text, at) => [60, from - at * size * 1.25, size, text] as const);
