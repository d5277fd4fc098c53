import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccessibleNode, Desktop } from '@/e2e/support/desktop'
import { Firefox } from '@/e2e/support/marionette'
import type { ServerProcess } from '../support/server-process'
import { NEW_STORY, STORY, startSite } from './site'

let site: ServerProcess
let desktop: Desktop

beforeAll(async () => {
	;[site, desktop] = await Promise.all([startSite(), Desktop.start()])
})
afterAll(() => Promise.all([site?.close(), desktop?.close()]))

const LANDMARKS = ['banner', 'navigation', 'main', 'complementary', 'contentinfo']
const MOODS = ['Happy', 'Sad', 'Excited', 'Sleepy', 'Angry', 'Surprise']
const STARS = ['1 star', '2 stars', '3 stars', '4 stars', '5 stars']
/** Roles that need an accessible name: a screen reader cannot announce a control or heading without one. */
const NAMED = ['heading', 'push button', 'toggle button', 'radio button', 'entry', 'link']

const allOf = (node: AccessibleNode): AccessibleNode[] => [node, ...node.children.flatMap(allOf)]
const namesOf = (nodes: AccessibleNode[], role: string) =>
	nodes.filter((node) => node.role === role).map(({ name = '' }) => name)

for (const scripts of [true, false])
	describe(`Firefox with scripts ${scripts ? 'on' : 'off'}`, () => {
		let firefox: Firefox
		beforeAll(async () => {
			firefox = await Firefox.start({ 'javascript.enabled': scripts }, desktop.env)
		})
		afterAll(() => firefox?.close())

		const nodesAt = async (path: string) => {
			await firefox.open(site.url + path)
			return allOf(await desktop.accessibilityTree(firefox.pid, site.url + path))
		}

		test('an unscrolled article exposes every name and landmark', async () => {
			const nodes = await nodesAt(STORY)
			expect(await firefox.evaluate('return window.scrollY')).toBe(0)
			expect(nodes.map(({ landmark }) => landmark)).toEqual(expect.arrayContaining(LANDMARKS))
			for (const role of NAMED) expect(namesOf(nodes, role), role).not.toContain('')
			expect(namesOf(nodes, 'heading')).toEqual(
				expect.arrayContaining(['How does this story leave you?', 'Average Rating', 'About Post Author']),
			)
			const buttons = [...namesOf(nodes, 'push button'), ...namesOf(nodes, 'toggle button')]
			for (const mood of MOODS) expect(buttons.some((name) => name.startsWith(`${mood} `))).toBe(true)
			expect(buttons).toEqual(expect.arrayContaining(['Rate', 'Post', 'Close']))
			expect(namesOf(nodes, 'radio button').slice(0, STARS.length)).toEqual(STARS)
			expect(namesOf(nodes, 'entry')).toEqual(expect.arrayContaining(['Your comment', 'Name', 'E-mail']))
		})

		test('a new story exposes no alerts or selections', async () => {
			const nodes = await nodesAt(NEW_STORY)
			expect(namesOf(nodes, 'push button')).not.toContain('Withdraw my rating')
			expect(nodes.filter(({ role }) => ['alert', 'notification'].includes(role))).toEqual([])
			expect(nodes.filter(({ pressed, checked }) => pressed || checked)).toEqual([])
		})

		test('a reader casts a mood, rates and comments', async () => {
			await firefox.open(site.url + STORY)
			await firefox.click('#moods [data-mood="sad"]')
			await firefox.seeText('#moods', /Your mood is Sad/)
			await firefox.click('#rating label[for="stars-4"]')
			await firefox.click('#rating form > button')
			await firefox.seeText('#rating', /Your rating: 4 of 5/)
			await firefox.seeText('#rating', /Withdraw my rating/)
			await firefox.type('#comment-form textarea', `Said in Firefox, scripts ${scripts}.`)
			await firefox.type('#comment-form [name="name"]', 'Ada Guest')
			await firefox.type('#comment-form [name="email"]', 'ada.guest@example.org')
			await firefox.click('#comment-form button')
			await firefox.seeText('#comments', /Said in Firefox/)
			await firefox.seeText('#comments', /Waiting for approval/)
			const nodes = allOf(
				await desktop.accessibilityTree(firefox.pid, await firefox.evaluate<string>('return location.href')),
			)
			const pressed = nodes.filter(({ role, pressed }) => role.endsWith('button') && pressed)
			expect(pressed.map(({ name }) => name)).toEqual([expect.stringMatching(/^Sad /)])
			await firefox.click('#rating [value="withdraw"]')
			await firefox.seeText('#rating legend', /^Your rating$/)
			expect(await firefox.text('#rating')).not.toContain('Withdraw')
		})
	})
