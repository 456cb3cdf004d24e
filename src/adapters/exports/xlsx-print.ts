/** How a sheet comes out of a printer: landscape, one page wide, its header line on every page, its name and page number below. */
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** What of a sheet holds something. */
export interface PrintedSheet {
  name: string;
  rows: number;
  columns: number;
}

const SHEET = 'xl/worksheets/sheet{id}.xml';
const BOOK = 'xl/workbook.xml';
const A4 = 9;
const SETUP = [
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
  // Height 0: as many pages as it takes.
  `<pageSetup paperSize="${A4}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
  '<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>',
];

const insert = (xml: string, elements: readonly string[], file: typeof SHEET | typeof BOOK, parent: string): string =>
  elements.reduce(
    (done, element) =>
      insertElementMarkupAccordingToOrderOfSiblings(done, element, getOrderOfSiblings(file, parent) ?? [], parent),
    xml,
  );

/** `A1` as `$A$1`: the same wherever it is said. */
const fixed = (row: number, column: number) => getCellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');

function definedNames(sheets: readonly PrintedSheet[]): string {
  const names = sheets.flatMap(({ name, rows, columns }, index) => {
    const sheet = `'${sanitizeTextContent(name.replaceAll("'", "''"))}'`;
    const defined = (what: string, range: string) =>
      `<definedName name="_xlnm.${what}" localSheetId="${index}">${sheet}!${range}</definedName>`;
    return [defined('Print_Area', `${fixed(0, 0)}:${fixed(rows - 1, columns - 1)}`), defined('Print_Titles', '$1:$1')];
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}

/** What the library is to do to the files it writes. @param sheets in their order in the book */
export const printing = (sheets: readonly PrintedSheet[]) => ({
  [SHEET]: { transform: (xml: string) => insert(xml, SETUP, SHEET, 'worksheet') },
  [BOOK]: { transform: (xml: string) => insert(xml, [definedNames(sheets)], BOOK, 'workbook') },
});
