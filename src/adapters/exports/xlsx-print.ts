/**
 * How a sheet comes out of a printer: landscape, one page wide, its header line on every page, its name and page number
 * below. Of a table wider than can be read on paper only a part of its columns comes out.
 */
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
  /** What stands at the foot of each page. */
  said: string;
  /** Whether its header line filters. */
  filtered: boolean;
  /** How wide each column is, in digits. */
  widths: readonly number[];
  /** First and last of the columns that come out on paper. */
  paper: readonly [number, number];
}

const SHEET = 'xl/worksheets/sheet{id}.xml';
const BOOK = 'xl/workbook.xml';
const A4 = 9;
/** `&` begins a command there; a foot has room for 255 characters. */
const footText = (text: string) => sanitizeTextContent(text.slice(0, 180).replaceAll('&', '&&'));

const setup = (sheet: PrintedSheet) => [
  ...(sheet.filtered ? [`<autoFilter ref="${getCellAddress(0, 0)}:${lastCell(sheet)}"/>`] : []),
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
  // Height 0: as many pages as it takes.
  `<pageSetup paperSize="${A4}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
  `<headerFooter><oddFooter>&amp;L${footText(sheet.said)}&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>`,
];

const lastCell = ({ rows, widths }: PrintedSheet) => getCellAddress(rows - 1, widths.length - 1);

const insert = (xml: string, elements: readonly string[], file: typeof SHEET | typeof BOOK, parent: string): string =>
  elements.reduce(
    (done, element) =>
      insertElementMarkupAccordingToOrderOfSiblings(done, element, getOrderOfSiblings(file, parent) ?? [], parent),
    xml,
  );

/** `A1` as `$A$1`: the same wherever it is said. */
const fixed = (row: number, column: number) => getCellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');

function definedNames(sheets: readonly PrintedSheet[]): string {
  const names = sheets.flatMap((printed, index) => {
    const { name, rows, widths, paper, filtered } = printed;
    const sheet = `'${sanitizeTextContent(name.replaceAll("'", "''"))}'`;
    const defined = (what: string, range: string, more = '') =>
      `<definedName name="_xlnm.${what}" localSheetId="${index}"${more}>${sheet}!${range}</definedName>`;
    const columns = (from: number, to: number) => `${fixed(0, from)}:${fixed(rows - 1, to)}`;
    return [
      // Some programs forget a filter that has no such name.
      ...(filtered ? [defined('_FilterDatabase', columns(0, widths.length - 1), ' hidden="1"')] : []),
      defined('Print_Area', columns(...paper)),
      defined('Print_Titles', '$1:$1'),
    ];
  });
  return `<definedNames>${names.join('')}</definedNames>`;
}

/** What the library is to do to the files it writes. @param sheets in their order in the book */
export const printing = (sheets: readonly PrintedSheet[]) => ({
  [SHEET]: {
    transform(xml: string, _options: object, { sheetIndex }: { sheetIndex: number }) {
      const sheet = sheets[sheetIndex];
      return sheet ? insert(xml, setup(sheet), SHEET, 'worksheet') : xml;
    },
  },
  [BOOK]: { transform: (xml: string) => insert(xml, [definedNames(sheets)], BOOK, 'workbook') },
});
