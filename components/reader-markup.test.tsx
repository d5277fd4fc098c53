import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { AdSlot } from '@/components/ads/ad-slot'
import { Body } from '@/components/articles/body'
import { Share } from '@/components/articles/share'
import { Comment } from '@/components/comments/comment'
import { CommentForm } from '@/components/comments/comment-form'
import { Appearance } from '@/components/layout/appearance'
import { Moods } from '@/components/moods/moods'
import { OwnCommentRow } from '@/components/people/own-comments'
import { SignInForm } from '@/components/people/sign-in-form'
import { Rating } from '@/components/ratings/rating'
import { parseMarkdown } from '@/domain/body/markdown'
import type { Mood, Stars } from '@/lib/moods'
import type { RejectedForm } from '@/lib/request-context'
import { tallyOfMoods, tallyOfStars } from '@/lib/tally'

const form = (refused: RejectedForm | null) =>
	({
		identity: 'guest',
		needs: [],
		restriction: null,
		person: null,
		replyTo: null,
		draft: '',
		lengthMax: 5_000,
		refused,
		repliesByMail: true,
	}) as const
const comment = (refused: RejectedForm | null) => <CommentForm slug="bridge" state={form(refused)} />
const moods = (mine: Mood | null, votes = 0) => (
	<Moods
		id={1}
		slug="bridge"
		moods={{ ...tallyOfMoods((mood) => (mood === 'sad' ? votes : 0)), mine, aside: null }}
	/>
)
const rating = (mine: Stars | null, votes = 0) => (
	<Rating
		slug="bridge"
		rating={{ ...tallyOfStars((stars) => (stars === 4 ? votes : 0)), mine, aside: null }}
	/>
)
const ad = {
	id: 1,
	title: 'Boats',
	text: 'For hire.',
	url: 'https://example.org',
	photo: null,
	label: 'Advertisements',
	afterParagraph: 0,
}

const PARTS = {
	moods: moods(null),
	rating: rating(null),
	'comment form': comment(null),
	'sign-in form': <SignInForm next="/" refused={null} mails notice={null} />,
	appearance: <Appearance back="/" />,
	advertisement: <AdSlot ad={ad} label="Advertisements" back="/#top" />,
	share: <Share headline="The bridge" address="https://example.org/news/bridge" />,
}

/** Text without markup, as text browsers and `innerText` have it. */
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

describe('initial markup omits elements of later states', () => {
	test.each(Object.entries(PARTS))('%s', (_, part) => {
		const html = renderToStaticMarkup(part)
		expect(html).not.toMatch(/\shidden[\s=>]|role="alert"|Withdraw|Copy the link|out of 5|checked/)
		expect(html).not.toMatch(/<(p|div|span|strong)[^>]*><\/\1>/)
	})

	test.each(Object.entries(PARTS))('text browsers print %s with spaces between controls', (_, part) => {
		expect(renderToStaticMarkup(part)).not.toMatch(/<\/(button|a|label|legend)><(button|a|label)\b/)
	})

	test('a refused form shows its error above and at the field', () => {
		const html = renderToStaticMarkup(
			comment({ field: 'name', message: 'Please give a name.', values: { body: ['Kept.'] } }),
		)
		expect(html).toMatch(/role="alert".*Please give a name\..*Kept\..*id="comment-name-error"/s)
		expect(wordsOf(html)).toContain('Please look at this again Please give a name.')
	})
})

describe('text without a style sheet', () => {
	test('moods print name, share and the reader’s choice', () => {
		const words = wordsOf(renderToStaticMarkup(moods('sad', 3)))
		expect(words).toContain('3 readers have answered. Your mood is Sad;')
		expect(words).toContain('Sad 100 %')
		expect(words).not.toMatch(/,(?! )|\s,|votes?/)
	})

	test('the rating separates average, rows and choice', () => {
		const words = wordsOf(renderToStaticMarkup(rating(4, 2)))
		expect(words).toContain('4.0 out of 5, from 2 ratings')
		expect(words).toContain('4 Star 100%')
		expect(words).toContain('Your rating: 4 of 5')
		expect(words).toMatch(/1 star 2 stars/)
	})

	test('comments, own comments and embeds separate their parts', () => {
		const locale = { language: 'en', timeZone: 'UTC' }
		const at = new Date('2026-11-26T12:00:00Z')
		const plain = new Set<number>()
		const context = {
			slug: 'bridge',
			addressOf: () => '/news/bridge',
			view: 'threads' as const,
			page: 1,
			linked: null,
			open: true,
			locale,
			form: form(null),
			plain,
			moderates: false,
		}
		const said = {
			id: 1,
			mine: false,
			shown: 'here' as const,
			depth: 0,
			author: false,
			picked: false,
			respects: 2,
			respected: false,
			ignored: false,
			editableFor: 0,
			editedAt: at,
			inReplyTo: null,
			authorName: 'Ada',
			staff: true,
			waiting: false,
			body: 'Yes.',
		}
		const own = {
			id: 2,
			body: 'No.',
			state: 'waiting' as const,
			editedAt: null,
			editableFor: 0,
			replies: 0,
			heldFor: [],
			decision: null,
			story: { slug: 'bridge', headline: 'The bridge', language: 'en', withdrawn: false },
		}
		const words = [
			<Comment key="1" comment={{ ...said, createdAt: at, replies: [] }} context={context} />,
			<OwnCommentRow key="2" comment={{ ...own, createdAt: at }} locale={locale} />,
			<Body key="3" body={parseMarkdown('@[Tides](https://tides.example)')} photos={{}} />,
		].map((part) => wordsOf(renderToStaticMarkup(part)))
		expect(words[0]).toMatch(/Staff November 26.* Edited.*Respect for the comment by Ada 2 Reply/)
		expect(words[1]).toContain('The bridge Waiting')
		expect(words[2]).toContain('Tides tides.example')
	})

	test('an unset radio group starts with a disabled choice', () => {
		for (const part of [PARTS.rating, PARTS.appearance])
			expect(renderToStaticMarkup(part)).toMatch(
				/<fieldset[^>]*><legend>[^<]*<\/legend> ?(<div[^>]*>)?<label[^>]*><input type="radio" disabled="" name="(stars|theme)" value=""/,
			)
		expect(renderToStaticMarkup(rating(3))).not.toContain('disabled')
	})
})
