import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { UnsavedForm } from './unsaved-form'

test('fields named like members of Object are shown by their names', () => {
	const names = ['constructor', '__proto__', 'toString']
	const values = Object.fromEntries([
		['bodyText', 'It rained.'],
		...names.map((name) => [name, `of ${name}`]),
	])
	const html = renderToStaticMarkup(<UnsavedForm values={values} />)
	expect([...html.matchAll(/<label[^>]*>([^<]*)/g)].map(([, label]) => label)).toEqual([
		'Text of the story',
		'Constructor',
		'__proto__',
		'ToString',
	])
	for (const name of names) expect(html).toContain(`of ${name}`)
})
