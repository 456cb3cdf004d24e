/** Pages that stand in front of the real one, served with status 200. */

/** What such a page carries, and whose it is. Phrases count in short pages only: an article may quote them. */
const SIGNS: { sign: RegExp; whose: string; shortOnly?: true }[] = [
  { sign: /cf-browser-verification|cf_chl_opt|<title>just a moment\.\.\.<\/title>/i, whose: 'Cloudflare' },
  { sign: /attention required! \| cloudflare/i, whose: 'Cloudflare' },
  { sign: /_Incapsula_Resource|Request unsuccessful\. Incapsula/i, whose: 'Imperva' },
  { sign: /<title>pardon our interruption/i, whose: 'Imperva' },
  { sign: /sec-if-cpt-container|\/_sec\/cp_challenge\//i, whose: 'Akamai' },
  { sign: /captcha-delivery\.com|geo\.captcha/i, whose: 'DataDome' },
  { sign: /awswaf\.com\/[^"']*challenge\.js|AwsWafIntegration/i, whose: 'AWS WAF' },
  { sign: /sgcaptcha|\/\.well-known\/captcha/i, whose: 'SiteGround' },
  {
    sign: /<title>\s*(?:access denied|forbidden|403 forbidden|request rejected|security check|are you (?:a )?(?:human|robot)\??|robot check|verify(?:ing)? you are human)\s*<\/title>/i,
    whose: 'an access page',
    shortOnly: true,
  },
  {
    sign: /checking your browser before accessing|please enable (?:javascript and )?cookies to continue|unusual traffic from your/i,
    whose: 'a browser check',
    shortOnly: true,
  },
];
const SHORT_CHARS = 30_000;

/** @returns whose challenge page this is, null for an ordinary page */
export function challengeSign(html: string, headers: Record<string, string>): string | null {
  if (headers['cf-mitigated']) return 'Cloudflare';
  const head = html.slice(0, SHORT_CHARS);
  // A page with a whole article or list in it is not in the way of anything.
  const short = html.length <= SHORT_CHARS;
  return (
    SIGNS.find(
      ({ sign, shortOnly }) => sign.test(head) && (!shortOnly || short) && (short || /challenge|captcha/i.test(head)),
    )?.whose ?? null
  );
}
