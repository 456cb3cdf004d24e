import { checkAnswer, POST_TIMEOUT_MS, type Post } from '../webhook/index.ts';

/** Posts a chat message to an incoming webhook, whose address is its own secret: errors name its host only. */
export async function postChat(post: Post, url: string, body: string, key: string) {
  const answer = await post(url, {
    headers: { 'content-type': 'application/json' },
    body,
    timeoutMs: POST_TIMEOUT_MS,
  });
  checkAnswer(answer, new URL(url).host);
  return { providerId: `${key} ${answer.status}`, status: answer.status };
}
