import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { groupValues } from '@/lib/form-values'
import { UnsavedForm } from './unsaved-form'

const SIGNED_OUT = { status: 401, title: 'Please sign in', detail: 'Please sign in first.' }

const shown = (fields: [string, string][], { files = [] as string[], error = SIGNED_OUT } = {}) =>
	renderToStaticMarkup(<UnsavedForm error={error} form={{ values: groupValues(fields), files }} />)

test('fields named like members of Object are shown by their names', () => {
	const names = ['constructor', '__proto__', 'toString']
	const html = shown([
		['bodyText', 'It rained.'],
		...names.map((name): [string, string] => [name, `of ${name}`]),
	])
	expect([...html.matchAll(/<label[^>]*>([^<]*)/g)].map(([, label]) => label)).toEqual([
		'Text of the story',
		'Constructor',
		'__proto__',
		'To string',
	])
	for (const name of names) expect(html).toContain(`of ${name}`)
})

test('every value of a repeated field is shown', () => {
	const authors = ['mara-ellison', 'tom-okafor', 'ida-marsh']
	const html = shown([...authors.map((slug): [string, string] => ['bylines', slug]), ['selected', '7']])
	expect(html).toMatch(/Authors<\/label><textarea[^>]*>\n?mara-ellison\ntom-okafor\nida-marsh<\/textarea>/)
	expect(html).toMatch(/Selected comments<\/label><textarea[^>]*>\n?7</)
})

test('hidden fields and buttons are left out', () => {
	const html = shown([
		['story', '12'],
		['then', 'publish'],
		['arrangement', '{}'],
		['person', 'd3b0'],
	])
	expect(html).not.toContain('<textarea')
	expect(html).toContain('You are signed out</h1>')
})

test('files are to be chosen again', () => {
	expect(shown([['alt', 'A quay']], { files: ['quay.jpg'] })).toContain('Please choose again: quay.jpg.')
})

test('another error than an ended session is told', () => {
	const error = { status: 404, title: 'Please send this again', detail: 'The site has been updated.' }
	const html = shown([['headline', 'Rain']], { error })
	expect(html).toContain('The site has been updated.')
	expect(html).not.toContain('signed out')
})
