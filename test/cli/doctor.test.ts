/** What `doctor` finds of the mail server: it asks it. */
import { expect, test } from 'vitest';
import { typed } from '../support/commands.ts';
import { anInstallation } from '../support/installation.ts';
import { aMailServer } from '../support/receivers.ts';

test('a mail server that answers is well; one that is away is named, though nothing was to be sent', async () => {
  const inbox = await aMailServer();
  const here = await anInstallation({ SMTP_URL: inbox.url, MAIL_FROM: 'news@gradewatch.example' }, null);
  const mail = async () => {
    const { code, out } = await typed(here.app, ['doctor']);
    return [code, /^(.{4}) +mail +(.*)$/m.exec(out)?.slice(1)] as const;
  };
  try {
    expect(await mail()).toEqual([
      0,
      ['ok  ', expect.stringMatching(/^by SMTP at 127.0.0.1:\d+, which answers, from/)],
    ]);
    expect(inbox.mails).toEqual([]);
    await inbox.close();
    expect(await mail()).toEqual([1, ['FAIL', expect.stringMatching(/ECONNREFUSED.*check SMTP_URL/)]]);
  } finally {
    await here.close();
  }
});
