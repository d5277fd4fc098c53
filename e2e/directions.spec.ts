import type { Page } from '@playwright/test'
import { placeAd } from '@/domain/ads-desk'
import { withdrawStory } from '@/domain/articles/publish'
import { saveStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { addAuthor, addPerson } from '@/domain/people'
import type { StaffViewer } from '@/domain/permissions'
import { addPhoto } from '@/domain/photos/add'
import { createSection } from '@/domain/sections'
import { signIn as openSession } from '@/domain/sessions'
import { changeSettings, siteSettings } from '@/domain/settings'
import { address, PASSWORD } from './support/env'
import { drawn, withIptc } from './support/photos'
import { reader } from './support/stories'
import { expect, externalWriteNoticed, publish, test, viewerOf } from './support/test'

/** Writes all of the newsroom's and readers' text in Arabic; the site's language stays English. */
type Newsroom = { paths: string[]; restore: () => Promise<void> }

const DESK_SCREENS = [
	'sections',
	'pages',
	'settings',
	'settings/look',
	'settings/menus',
	'settings/footer',
	'settings/organisation',
	'settings/responses',
	'settings/comments',
]

async function writeInArabic(): Promise<Newsroom> {
	const editor = await viewerOf('editor')
	const owner = await viewerOf('owner')
	const mark = crypto.randomUUID().slice(0, 8)
	const author = `layla-${mark}`
	await addAuthor({ slug: author, name: `ليلى حداد ${mark}`, kind: 'person', beat: 'الميناء.', bio: 'تكتب!' })
	const section = await createSection(owner, { name: `الاقتصاد ${mark}`, slug: `harbour-${mark}` })
	const hero = await addPhoto(editor, {
		bytes: withIptc(
			await drawn(640, 480, `#${mark.slice(0, 6)}`)
				.jpeg()
				.toBuffer(),
			[[40, 'ممنوع البيع!']],
		),
		fields: { caption: 'العبّارة عند الرصيف.', credit: 'وكالة الميناء!', alt: 'عبّارة' },
	})
	const fields = {
		kicker: 'الميناء!',
		standfirst: 'قال العمدة: «نعم!»',
		section: section.slug,
		tags: [`العبّارة ${mark}`],
		bylines: [author],
		heroPhotoId: hero.id,
		heroCaption: 'العبّارة في الشتاء.',
		sources: [
			{ name: 'مكتب الميناء.', url: null },
			{ name: 'وكالة الأنباء.', url: 'https://example.org/' },
		],
		body: parseMarkdown(
			`فتح الجسر.\n\n## بعد ذلك\n\n> نعم!\n> — ليلى\n\n![هنا.](photo:${hero.id})\n\n- أولا`,
		),
	}
	const { slug, articleId } = await publish({ ...fields, headline: `المجلس يبقي العبّارة ${mark}.` })
	await saveAgain(editor, articleId)
	const words = { body: 'أحسنتم!', parentId: null, name: `سامي ${mark}`, email: 'ada.guest@example.org' }
	const { id } = await postComment(reader(), articleId, words)
	await moderateComment(editor, id, 'approved')
	await postComment(reader(), articleId, { ...words, body: 'ينتظر!' })
	const gone = await publish({ ...fields, headline: `أخبار قديمة ${mark}.` })
	await withdrawStory(editor, gone.articleId, 'صححنا الأرقام.')
	await placeAd(owner, {
		title: 'اشترك الآن!',
		text: 'كل صباح.',
		url: 'https://example.org/',
		photoId: hero.id,
	})
	const { siteName, tagline, commentPrompt } = await siteSettings()
	await changeSettings(owner, {
		siteName: 'الساحة العامة',
		tagline: 'أخبار الميناء.',
		commentPrompt: 'ما رأيك؟',
	})
	await externalWriteNoticed()
	return {
		paths: [
			'/',
			`/news/${slug}`,
			`/news/${slug}?reply=${id}`,
			`/news/${gone.slug}`,
			`/sections/${section.slug}`,
			`/people/${author}`,
			`/tags/العبّارة-${mark}`,
			'/account',
			`/desk?query=${mark}`,
			`/desk/stories/${gone.articleId}`,
			...['', '/history', '/history/2'].map((each) => `/desk/stories/${articleId}${each}`),
			`/preview/story/${articleId}`,
			'/desk/photographs',
			`/desk/photographs/${hero.id}`,
			'/desk/comments',
			`/desk/comments?show=approved&query=${mark}`,
			'/desk/advertisements',
			...DESK_SCREENS.map((each) => `/desk/${each}`),
		],
		restore: async () => {
			await changeSettings(owner, { siteName, tagline, commentPrompt })
			await externalWriteNoticed()
		},
	}
}

/** Saves a second version of a story, for the comparison of both. */
async function saveAgain(editor: StaffViewer, articleId: number): Promise<void> {
	const { headRevisionId, fields } = await findStory(editor, articleId)
	const changes = { standfirst: 'قالت العمدة: «لا!»', note: 'تصحيح.' }
	await saveStory(editor, articleId, headRevisionId, { ...fields, ...changes })
}

async function signInWithArabicName(page: Page): Promise<void> {
	const email = `${crypto.randomUUID()}@example.org`
	await addPerson({ name: 'نورة سالم.', email, password: PASSWORD, role: 'owner' })
	const { token } = await openSession(email, PASSWORD)
	await page
		.context()
		.addCookies([{ name: 'square-session', value: token, url: address, sameSite: 'Lax', httpOnly: true }])
}

test('Arabic text is right-to-left on English pages @scripts', async ({ page }) => {
	const { paths, restore } = await writeInArabic()
	try {
		await signInWithArabicName(page)
		const found: string[] = []
		let seen = 0
		for (const path of paths) {
			await page.goto(path)
			await page.evaluate(() => {
				for (const details of document.querySelectorAll('details')) details.open = true
			})
			const { wrong, right } = await page.evaluate(directions, ARABIC)
			// At least the name of the viewer.
			expect(right, path).toBeGreaterThan(0)
			found.push(...wrong.map((each) => `${path}: ${each}`))
			seen += right
		}
		expect(found).toEqual([])
		expect(seen).toBeGreaterThan(8 * paths.length)
	} finally {
		await restore()
	}
})

test('English text is left-to-right on Arabic pages @scripts', async ({ page }) => {
	const owner = await viewerOf('owner')
	const { language } = await siteSettings()
	const { slug } = await publish({ headline: 'The mill turns!', kicker: 'Mills.' })
	await changeSettings(owner, { language: 'ar' })
	await externalWriteNoticed()
	try {
		const found: string[] = []
		for (const path of ['/', `/news/${slug}`, '/sections/economics', '/follow']) {
			await page.goto(path)
			const { wrong, right } = await page.evaluate(directions, LATIN)
			expect(right, path).toBeGreaterThan(0)
			found.push(...wrong.map((each) => `${path}: ${each}`))
		}
		expect(found).toEqual([])
		await page.goto('/most')
		expect(await page.locator('main ol a').count()).toBeGreaterThan(10)
		expect(await page.evaluate(awayFromNumber, MARKER_MAX)).toEqual([])
		await page.goto('/sign-in')
		for (const type of ['email', 'password'])
			await expect(page.locator(`main input[type="${type}"]`)).toHaveCSS('direction', 'ltr')
	} finally {
		await changeSettings(owner, { language })
		await externalWriteNoticed()
	}
})

/** Width of a number and its padding, in pixels. */
const MARKER_MAX = 32

/** Runs in the page: links of numbered lists that do not begin beside their number. */
function awayFromNumber(most: number): string[] {
	const start = (element: Element): number => {
		const range = document.createRange()
		range.selectNodeContents(element)
		return range.getClientRects()[0]?.right ?? 0
	}
	return [...document.querySelectorAll('main ol a')]
		.filter((link) => (link.closest('ol')?.getBoundingClientRect().right ?? 0) - start(link) > most)
		.map((link) => link.outerHTML.slice(0, 120))
}

type Script = { pattern: string; direction: 'ltr' | 'rtl' }
const ARABIC: Script = { pattern: '^[\\s\\p{P}]*\\p{Script=Arabic}', direction: 'rtl' }
/** Text whose punctuation would stand at the wrong end. */
const LATIN: Script = {
	pattern: '^\\s*(\\p{P}+\\p{Script=Latin}|\\p{Script=Latin}.*(\\p{P}\\s*$|://))',
	direction: 'ltr',
}

/** Runs in the page: compares the direction of text and fields that match. */
function directions({ pattern, direction }: Script): { wrong: string[]; right: number } {
	const wrong: string[] = []
	let right = 0
	const check = (element: Element, text: string): void => {
		if (!new RegExp(pattern, 'u').test(text)) return
		if (getComputedStyle(element).direction === direction) right += 1
		else wrong.push(`${text.slice(0, 40)} in ${element.outerHTML.slice(0, 160)}`)
	}
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	for (let text = texts.nextNode(); text; text = texts.nextNode()) {
		const element = text.parentElement
		if (!element || element.closest('script, textarea, [aria-hidden="true"]')) continue
		if (element.checkVisibility() || element.tagName === 'OPTION') check(element, text.textContent ?? '')
	}
	for (const field of document.querySelectorAll<HTMLInputElement>(
		'input:not([type]), input[type="text"], input[type="search"], textarea',
	))
		check(field, field.value)
	return { wrong, right }
}

test('an Arabic headline’s full stop stands left @scripts', async ({ page }) => {
	const { slug } = await publish({ headline: `المجلس يبقي العبّارة ${crypto.randomUUID().slice(0, 4)}.` })
	await externalWriteNoticed()
	await page.goto(`/news/${slug}`)
	const [first, last] = await page.locator('h1').evaluate((headline) => {
		const text = headline.firstChild as Text
		return [0, text.length - 1].map((at) => {
			const range = document.createRange()
			range.setStart(text, at)
			range.setEnd(text, at + 1)
			return range.getBoundingClientRect().left
		})
	})
	expect(last).toBeLessThan(first ?? 0)
})
