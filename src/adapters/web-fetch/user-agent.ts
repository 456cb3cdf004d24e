/** How the product names itself to the sites it asks, and the token its robots.txt rules are filed under. */
export const PRODUCT = 'Gradewatch';

/** Header values are ASCII on one line; a comment holds no brackets. */
export const userAgent = (version: string, contact: string | null) => {
  const comment = contact?.replace(/[^\x20-\x7e]|[()\\]/g, '').trim();
  return `${PRODUCT}/${version}${comment ? ` (+${comment})` : ''}`;
};
