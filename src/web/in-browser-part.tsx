import type { FC } from 'hono/jsx';

/**
 * The part of the form that appears where a browser can show notifications.
 *
 * @param alone nothing else can be asked for on the page
 */
export const InBrowser: FC<{ publicKey: string; alone: boolean }> = ({ publicKey, alone }) => (
  <fieldset id="in-browser" data-in-browser data-key={publicKey} hidden>
    <legend>{alone ? 'In this browser' : 'Or in this browser'}</legend>
    <p class="soft small">
      No mail address is needed. The browser asks whether these pages may show notifications; then one of ours asks you
      to confirm. You can change or end them from a notification, or here. What the browser gives us to reach it is used
      for this only and removed 28 days after your last subscription ended.
    </p>
    <p>
      <button type="button">Show them in this browser</button>
    </p>
    <p role="status"></p>
    <div hidden>
      <p>What this browser gets:</p>
      <ul class="plain"></ul>
    </div>
  </fieldset>
);
