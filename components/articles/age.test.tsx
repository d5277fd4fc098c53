import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SearchResults } from '@/components/search/search-results'
import type { ArticleCard } from '@/domain/articles/views'
import { DEFAULT_SETTINGS } from '@/domain/setting-defaults'
import { Card } from './card'
import { Related } from './related'

const card = (yearsOld: number): ArticleCard => ({
	...{ id: 1, slug: 'the-mill', headline: 'The mill', language: 'en-GB', kicker: null, standfirst: null },
	...{ section: null, bylines: [], hero: null, comments: 0, yearsOld },
	publishedAt: new Date('2020-11-26T12:00:00Z'),
	readTime: { words: 300, minutes: 1, seconds: 30 },
})

const result = (yearsOld: number) => ({
	card: card(yearsOld),
	headline: [{ text: 'The mill', hit: true }],
	excerpt: [{ text: 'It turns.', hit: false }],
})

const page = (yearsOld: number) => ({
	...{ results: [result(yearsOld)], total: 1, order: 'relevance' as const, isCut: false, next: null },
	...{ suggestion: null, alone: [] },
})

test('cards, results and related stories name an age of years, and no other', () => {
	const shown = (yearsOld: number) => [
		renderToStaticMarkup(<Card card={card(yearsOld)} rank="second" />),
		renderToStaticMarkup(<Card card={card(yearsOld)} rank="brief" />),
		renderToStaticMarkup(<Related stories={[card(yearsOld)]} />),
		renderToStaticMarkup(
			<SearchResults page={page(yearsOld)} locale={DEFAULT_SETTINGS} next={null} first={null} />,
		),
	]
	for (const html of shown(2)) expect(html).toContain('More than 2 years old')
	for (const html of shown(0)) expect(html).not.toMatch(/year/)
})
