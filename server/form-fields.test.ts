import { expect, test } from 'vitest'
import { GROWTH_MAX, growth } from '@/lib/testing'
import { FIELDS_MAX, hasTooManyFields } from './form-fields'

const times = <T>(number: number, make: (index: number) => T): T[] =>
	Array.from({ length: number }, (_, n) => make(n))
const URLENCODED = 'application/x-www-form-urlencoded'

async function bodyOf(kind: string, fields: [string, string][]): Promise<[Buffer, string]> {
	if (kind === 'JSON') return [Buffer.from(JSON.stringify(Object.fromEntries(fields))), 'application/json']
	const form = new FormData()
	for (const [name, value] of fields) form.append(name, value)
	const response = new Response(kind === 'multipart' ? form : new URLSearchParams(fields))
	return [Buffer.from(await response.arrayBuffer()), response.headers.get('content-type') ?? '']
}

test.each(['urlencoded', 'multipart', 'JSON'])(
	'a %s form above FIELDS_MAX has too many fields',
	async (kind) => {
		const value = 'a "quoted", [bracketed] & {braced} text \\'
		const fields = times(FIELDS_MAX, (n): [string, string] => [`n${n}`, value])
		expect(hasTooManyFields(...(await bodyOf(kind, fields)))).toBe(false)
		expect(hasTooManyFields(...(await bodyOf(kind, [...fields, ['one', 'more']])))).toBe(true)
	},
)

test('values nested in JSON count as fields', () => {
	for (const body of ['['.repeat(FIELDS_MAX + 1), `{"a":[${'1,'.repeat(FIELDS_MAX + 1)}1]}`])
		expect(hasTooManyFields(Buffer.from(body), 'application/json')).toBe(true)
})

test('content types and part headers are case-insensitive', () => {
	const body = Buffer.from('CONTENT-disposition: form-data; name="a"\r\n\r\n'.repeat(FIELDS_MAX + 1))
	expect(hasTooManyFields(body, 'Multipart/Form-Data; boundary=x')).toBe(true)
	expect(hasTooManyFields(Buffer.from('&'.repeat(FIELDS_MAX)), undefined)).toBe(true)
})

test('counting fields takes linear time', () => {
	const types = ['application/json', 'multipart/form-data; boundary=x', URLENCODED]
	for (const part of ['"', '\\', '"\\', '&', ',', 'content-dispositio', 'x'])
		for (const type of types)
			expect(
				growth((size) => hasTooManyFields(Buffer.from(part.repeat(size / part.length)), type), 200_000),
				`${part} in ${type}`,
			).toBeLessThan(GROWTH_MAX)
})
