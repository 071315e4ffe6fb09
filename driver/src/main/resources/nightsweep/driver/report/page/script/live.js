import { data } from './island.js';

const PAUSE_MILLIS = 5_000;
const SILENT = 'nightsweep watch does not answer any more: this page stays as it is.';

/** Loads the page again when whoever serves it has another one, and says so when nobody answers. */
export function renew() {
  let unanswered = 0;
  setInterval(async () => {
    const version = await served();
    unanswered = version === null ? unanswered + 1 : 0;
    if (version !== null && version !== `"${data.run.asOf}"`) {
      location.reload();
    } else if (unanswered === 2) {
      const place = document.querySelector('.unfinished');
      if (place) {
        place.textContent = SILENT;
      }
    }
  }, PAUSE_MILLIS);
}

/** Which page there is; null where nobody answers. */
async function served() {
  try {
    const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    return answer.ok ? answer.headers.get('etag') : null;
  } catch {
    return null;
  }
}
