/** A real browser for tests of what people see. Without one they are skipped, which the report shows; in CI that is a failure. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executable = process.env.TEST_BROWSER ?? PLACES.find((place) => existsSync(place));

/** Why there is no browser here, null when there is one. */
export const missingBrowser: string | null = executable ? null : 'no Chromium is installed; TEST_BROWSER may name one';
if (missingBrowser && process.env.CI) throw new Error(`${missingBrowser}: in CI the pages must be tested`);

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executable ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

export const WIDE = { width: 1200, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** Opens an address, hands the page over, closes it. */
export async function visit<T>(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await look(page);
  } finally {
    await context.close();
  }
}
