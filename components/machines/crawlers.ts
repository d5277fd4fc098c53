import type { MachineUse } from '@/lib/machine-answers'

/** A crawler by the product token that its operator documents. */
export type DeclaredCrawler = {
	token: string
	operator: string
	/** Uses that the operator documents; a crawler is asked to stay away if one of them is refused. */
	uses: readonly MachineUse[]
	source: keyof typeof CRAWLER_SOURCES
}

/** Date at which the names and uses were last compared with the descriptions of them. */
export const CRAWLERS_CHECKED = '2026-11-27'

/** Pages of the operators that declare the names. */
export const CRAWLER_SOURCES = {
	amazon: 'https://developer.amazon.com/amazonbot',
	anthropic: 'https://support.claude.com/en/articles/8896518',
	apple: 'https://support.apple.com/en-us/119829',
	commonCrawl: 'https://commoncrawl.org/ccbot',
	duckDuckGo: 'https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot',
	google: 'https://developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers',
	meta: 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers',
	mistral: 'https://docs.mistral.ai/robots',
	openai: 'https://developers.openai.com/api/docs/bots',
	perplexity: 'https://docs.perplexity.ai/docs/resources/perplexity-crawlers',
} as const

const TRAINING = ['training'] as const
const ANSWERS = ['answers'] as const
/** Indexes of products that answer in sentences: a page in them is listed and summarised. */
const ANSWER_SEARCH = ['search', 'answers'] as const
const TRAINING_AND_ANSWERS = ['answers', 'training'] as const

/**
 * AI crawlers that their operators declare. Crawlers of search engines (Googlebot, Bingbot, Applebot) are missing:
 * their one crawl serves search too, so that they are told by signals and `noindex`, and never to stay away.
 */
export const DECLARED_CRAWLERS: readonly DeclaredCrawler[] = [
	{ token: 'GPTBot', operator: 'OpenAI', uses: TRAINING, source: 'openai' },
	{ token: 'OAI-SearchBot', operator: 'OpenAI', uses: ANSWER_SEARCH, source: 'openai' },
	{ token: 'ChatGPT-User', operator: 'OpenAI', uses: ANSWERS, source: 'openai' },
	{ token: 'ClaudeBot', operator: 'Anthropic', uses: TRAINING, source: 'anthropic' },
	{ token: 'Claude-SearchBot', operator: 'Anthropic', uses: ANSWER_SEARCH, source: 'anthropic' },
	{ token: 'Claude-User', operator: 'Anthropic', uses: ANSWERS, source: 'anthropic' },
	// A token without a crawl of its own: training of Gemini, and grounding of its answers.
	{ token: 'Google-Extended', operator: 'Google', uses: TRAINING_AND_ANSWERS, source: 'google' },
	// A token without a crawl of its own, for what Applebot read.
	{ token: 'Applebot-Extended', operator: 'Apple', uses: TRAINING, source: 'apple' },
	// Training, and products that index content directly.
	{ token: 'meta-externalagent', operator: 'Meta', uses: TRAINING, source: 'meta' },
	{ token: 'meta-webindexer', operator: 'Meta', uses: ANSWER_SEARCH, source: 'meta' },
	{ token: 'meta-externalfetcher', operator: 'Meta', uses: ANSWERS, source: 'meta' },
	{ token: 'Amazonbot', operator: 'Amazon', uses: TRAINING_AND_ANSWERS, source: 'amazon' },
	{ token: 'Amzn-SearchBot', operator: 'Amazon', uses: ANSWER_SEARCH, source: 'amazon' },
	{ token: 'Amzn-User', operator: 'Amazon', uses: ANSWERS, source: 'amazon' },
	{ token: 'PerplexityBot', operator: 'Perplexity', uses: ANSWER_SEARCH, source: 'perplexity' },
	{ token: 'Perplexity-User', operator: 'Perplexity', uses: ANSWERS, source: 'perplexity' },
	{ token: 'MistralAI-User', operator: 'Mistral AI', uses: ANSWERS, source: 'mistral' },
	{ token: 'DuckAssistBot', operator: 'DuckDuckGo', uses: ANSWERS, source: 'duckDuckGo' },
	{ token: 'CCBot', operator: 'Common Crawl', uses: TRAINING, source: 'commonCrawl' },
]
