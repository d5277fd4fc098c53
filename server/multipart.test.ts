import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { encodeMultipart, parseMultipart } from './multipart'

const TYPE = 'multipart/form-data; boundary=x'
const parts = (body: string, type: string | undefined = TYPE) =>
	parseMultipart(Buffer.from(body, 'latin1'), type)
const part = (name: string, value: string) =>
	`--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

test('a browser’s form survives parsing and re-encoding', async () => {
	const form = new FormData()
	form.append('Schlagwörter "x"\r\n', 'Zeile 1\r\n--x\r\nZeile 2')
	form.append('', '')
	form.append(
		'photo',
		new File([new Uint8Array(randomBytes(3_000_000))], 'Bild "1".jpg', { type: 'image/jpeg' }),
	)
	const sent = new Response(form)
	const bytes = Buffer.from(await sent.clone().arrayBuffer())
	const read = await parseMultipart(bytes, sent.headers.get('content-type') ?? '')
	expect(read?.map(({ name, fileName, body }) => [name, fileName, body.length])).toEqual([
		['Schlagwörter %22x%22%0D%0A', null, 21],
		['', null, 0],
		['photo', 'Bild %221%22.jpg', 3_000_000],
	])
	const boundary = 'another-boundary-of-thirty-letters'
	const again = new Response(Buffer.concat(encodeMultipart(read ?? [], boundary)), {
		headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
	})
	const entries = async (response: Response) =>
		Promise.all(
			[...(await response.formData())].map(async ([name, value]) => [
				name,
				typeof value === 'string'
					? value
					: [
							value.name,
							value.type,
							createHash('sha256')
								.update(Buffer.from(await value.arrayBuffer()))
								.digest('hex'),
						],
			]),
		)
	expect(await entries(again)).toEqual(await entries(sent))
})

test.each([
	['no boundary', part('a', 'b'), 'multipart/form-data'],
	['an empty boundary', part('a', 'b'), 'multipart/form-data; boundary='],
	['another type', part('a', 'b'), 'multipart/mixed; boundary=x'],
	['two boundaries', `${part('a', 'b')}--x--`, 'multipart/form-data; boundary=y; boundary=x'],
	['no bytes', '', TYPE],
	['a part without end', part('a', 'b'), TYPE],
	['an end cut short', `${part('a', 'b')}--x-`, TYPE],
	['data after the end', `${part('a', 'b')}--x--\r\n${part('c', 'd')}`, TYPE],
	['data before the first part', `a${part('a', 'b')}--x--`, TYPE],
	['a part without name', '--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--', TYPE],
	['a part without headers', '--x\r\n\r\na\r\n--x--', TYPE],
	['another header', '--x\r\nX: y\r\nContent-Disposition: form-data; name="a"\r\n\r\na\r\n--x--', TYPE],
	['a name without quotes', '--x\r\nContent-Disposition: form-data; name=a\r\n\r\na\r\n--x--', TYPE],
	['a control character in a name', part('a\x01', 'b').concat('--x--'), TYPE],
	['a backslash in a name', part('a\\', 'b').concat('--x--'), TYPE],
	['bare line feeds', '--x\nContent-Disposition: form-data; name="a"\n\na\n--x--', TYPE],
	[
		'a long head',
		`--x\r\nContent-Disposition: form-data; name="${'a'.repeat(9_000)}"\r\n\r\na\r\n--x--`,
		TYPE,
	],
	['many parts', `${part('a', 'b').repeat(2_001)}--x--`, TYPE],
])('a body with %s is rejected', async (_, body, type) => {
	expect(await parts(body, type)).toBeNull()
})

test('control characters and backslashes of a file name do not reach Next', async () => {
	const head = 'Content-Disposition: form-data; name="photo"; filename="a\x01b\\"\r\nContent-Type: image/jpeg'
	const [photo] = (await parts(`--x\r\n${head}\r\n\r\na\r\n--x--`)) ?? []
	expect(photo).toMatchObject({ name: 'photo', fileName: 'a\x01b\\' })
	expect(photo?.head).toContain('; name="photo"; filename="a_b_"\r\nContent-Type')
})

test('searching a large file yields to the event loop', async () => {
	let turns = 0
	let searching = true
	const count = () => {
		turns += 1
		if (searching) setImmediate(count)
	}
	setImmediate(count)
	const file = `${part('a', 'x'.repeat(20_000_000))}--x--`
	expect((await parts(file))?.[0]?.body.length).toBe(20_000_000)
	searching = false
	expect(turns).toBeGreaterThan(15)
})
