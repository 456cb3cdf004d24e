import type { FC } from 'hono/jsx';
import { cadenceWords } from '../core/sending/cadence.ts';
import { dayWords, listWords } from '../core/sending/names.ts';
import { CADENCES } from '../core/types.ts';
import { InBrowser } from './in-browser-part.tsx';
import type { SignUpAsked } from './sign-up-asked.ts';
import { FIELDS, LABELS, nameOf, type SignUpChoices, TRAP } from './sign-up-choices.ts';

interface FormProps {
  asked: SignUpAsked;
  choices: SignUpChoices;
  /** What is wrong with what was asked for, but for the address. */
  faults: readonly string[];
  emailFault: string | null;
  /** What the browser is asked with. */
  pushKey: string;
}

/** Above the form, where whoever comes back to the page looks first. */
const Faults: FC<Pick<FormProps, 'faults'>> = ({ faults }) =>
  faults.length === 0 ? null : (
    <div class="panel status-bad" role="alert">
      {faults.map((fault) => (
        <p>
          {fault.charAt(0).toUpperCase()}
          {fault.slice(1)}
          {fault.endsWith('?') ? '' : '.'}
        </p>
      ))}
    </div>
  );

/** Any number of them, without script; a region is opened to choose in it. */
const Authorities: FC<Pick<FormProps, 'asked' | 'choices'>> = ({ asked, choices }) => (
  <fieldset class="places">
    <legend>Authorities</legend>
    <p class="small soft">Open a region and tick as many as you like. None ticked: all of them.</p>
    {choices.authorities.map(({ region, members }) => {
      const ticked = members.filter(({ value }) => asked.authorities.includes(value)).length;
      return (
        <details open={ticked > 0}>
          <summary>
            {region} <span class="soft">({members.length})</span>
          </summary>
          <div class="columns">
            {members.map(({ value, label }) => (
              <label>
                <input type="checkbox" name="authority" value={value} checked={asked.authorities.includes(value)} />{' '}
                {label}
              </label>
            ))}
          </div>
        </details>
      );
    })}
    {choices.ended.length > 0 ? (
      <details>
        <summary>
          Authorities that ended <span class="soft">({choices.ended.length})</span>
        </summary>
        <ul class="small">
          {choices.ended.map(({ name, lastDay, successors }) => (
            <li>
              {name}, until {dayWords(lastDay)}
              {successors.length > 0 ? `: ask for ${listWords(successors.map((slug) => nameOf(choices, slug)))}` : ''}
            </li>
          ))}
        </ul>
      </details>
    ) : null}
  </fieldset>
);

/** What to hear of, how often, and when not. */
const Wishes: FC<Pick<FormProps, 'asked' | 'choices'>> = ({ asked, choices }) => (
  <>
    <Authorities {...{ asked, choices }} />
    {FIELDS.map((name) => (
      <div>
        <label for={`want-${name}`}>{LABELS[name]}</label>
        <select id={`want-${name}`} name={name}>
          <option value="">any</option>
          {choices[name].map(({ value, label }) => (
            <option value={value} selected={asked[name] === value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    ))}
    {choices.note === null ? null : <p class="whole small soft">{choices.note}</p>}
    <fieldset>
      <legend>How often</legend>
      {CADENCES.map((every) => (
        <label>
          <input type="radio" name="every" value={every} checked={asked.every === every} /> {cadenceWords(every)}
        </label>
      ))}
    </fieldset>
    <fieldset>
      <legend>Quiet hours, if you want any</legend>
      <p class="small soft">
        Nothing is sent in them; what comes is sent at their end. London time, over midnight if you like.
      </p>
      <div class="hours">
        <label>
          From <input type="time" name="from" value={asked.quiet.from} />
        </label>
        <label>
          to <input type="time" name="until" value={asked.quiet.until} />
        </label>
      </div>
    </fieldset>
  </>
);

export const SignUpPage: FC<FormProps> = ({ asked, choices, faults, emailFault, pushKey }) => (
  <>
    <h1>Get alerts by mail</h1>
    <Faults faults={faults} />
    <p>
      Say which judgements you want to hear of and where to send them. A letter asks you to confirm; nothing else is
      sent before you do, and each message carries a link to end it.
    </p>
    <form method="post" action="/subscribe" class="sign-up">
      <Wishes {...{ asked, choices }} />
      <div class="whole">
        <label for="want-email">Mail address</label>
        <input
          id="want-email"
          type="email"
          name="email"
          value={asked.email}
          autocomplete="email"
          maxlength={254}
          required
          {...(emailFault === null
            ? {}
            : { 'aria-invalid': 'true', 'aria-describedby': 'email-fault', autofocus: faults.length === 0 })}
        />
        {emailFault === null ? null : (
          <p id="email-fault" class="status-bad" role="alert">
            {emailFault}
          </p>
        )}
      </div>
      <div class="trap" aria-hidden="true">
        <label for="want-website">Leave this empty</label>
        <input id="want-website" name={TRAP} tabindex={-1} autocomplete="off" />
      </div>
      <p class="whole">
        <button type="submit">Ask me to confirm</button>
      </p>
      <InBrowser publicKey={pushKey} alone={false} />
    </form>
    <script src="/push.js" defer></script>
    <p class="soft small">
      Fields that say “any” let everything through. The address is used for these messages only and removed 28 days
      after your last subscription ended. No mail? Every authority and every grade has a feed, linked from its page.
    </p>
  </>
);

/** The same for everybody, whoever is known. */
export const SignUpDonePage: FC<{ wanted: string; often: string; days: number }> = ({ wanted, often, days }) => (
  <>
    <h1>Look into your mailbox</h1>
    <p class="panel" role="status">
      If this is new to us, a letter with a link is on its way to the address you gave. Alerts begin when the link is
      followed, within {days} days.
    </p>
    <dl>
      <dt>Asked for</dt>
      <dd>{wanted}</dd>
      <dt>How often</dt>
      <dd>{often}</dd>
    </dl>
    <p>
      No letter? You may get these alerts already: any of them leads to your preferences. Or it lies among the unwanted
      mail; you can <a href="/subscribe">ask again</a>, though an address gets three such letters a day at most. To an
      address from which our mail came back, or was reported as unwanted, nothing is sent before whoever runs this site
      lifts that.
    </p>
  </>
);

/** Without mail there is a form only where a script can show the browser's own way. */
export const SignUpClosedPage: FC<Omit<FormProps, 'emailFault'>> = ({ asked, choices, faults, pushKey }) => (
  <>
    <h1>Get alerts</h1>
    <p class="panel">
      This installation sends no mail. Every authority and every grade has a feed, linked from its page;{' '}
      <a href="/feeds/all.atom">all judgements</a> have one too.
    </p>
    <div data-in-browser hidden>
      <Faults faults={faults} />
      <form class="sign-up">
        <Wishes {...{ asked, choices }} />
        <InBrowser publicKey={pushKey} alone />
      </form>
    </div>
    <script src="/push.js" defer></script>
  </>
);
