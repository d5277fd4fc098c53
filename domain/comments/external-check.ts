import { cutText } from '@/lib/cut-text'
import { env } from '@/lib/env'
import { oneLine } from '@/lib/printed-text'
import { absoluteUrl } from '@/lib/site-url'
import { askWebhook } from '@/lib/webhook'

/** Time limit in ms: a reader waits for the answer. */
const TIMEOUT_MS = 2_000
/** Comments that are checked at a time; further ones are held unchecked, so that a slow service delays no more. */
const CONCURRENT_MAX = 20
/** In characters; longer words of the service are cut. */
const WORDS_LENGTH_MAX = 300

const ACTIONS = ['pass', 'hold', 'refuse'] as const

/** The answer of the service; `words` are its reason, empty without one. */
export type ExternalVerdict = { action: (typeof ACTIONS)[number]; words: string } | { action: 'failed' }

type Checked = { body: string; name: string; articleId: number }

const running = { number: 0 }

/**
 * Asks the operator's service (`MODERATION_WEBHOOK`) about a comment: its text, its author's name and the story. Null without one. `failed` after the time limit, or for an answer that is none.
 */
export async function checkExternally({ body, name, articleId }: Checked): Promise<ExternalVerdict | null> {
	const webhook = env.moderationWebhook
	if (!webhook) return null
	if (running.number >= CONCURRENT_MAX) return { action: 'failed' }
	running.number += 1
	try {
		const data = {
			type: 'comment.posted',
			data: { text: body, name, story: absoluteUrl(`/api/stories/${articleId}`) },
		}
		return verdictIn(await askWebhook(webhook.url, { secret: webhook.secret, data, timeoutMs: TIMEOUT_MS }))
	} catch (error) {
		console.error(
			`The moderation webhook failed (${(error as Error).message}); the comment waits for a moderator.`,
		)
		return { action: 'failed' }
	} finally {
		running.number -= 1
	}
}

function verdictIn(answer: unknown): ExternalVerdict {
	const { action, reason } = (answer ?? {}) as { action?: unknown; reason?: unknown }
	const known = ACTIONS.find((each) => each === action)
	if (!known) throw new Error('its answer has no action')
	return {
		action: known,
		words: cutText(oneLine(typeof reason === 'string' ? reason : ''), WORDS_LENGTH_MAX),
	}
}
