// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { pastedFiles } from './dropped-files'

const file = new File(['x'], 'quay.jpg', { type: 'image/jpeg' })
const clipboard = (data: Record<string, string>) => ({
	files: [file] as unknown as FileList,
	getData: (type: string) => data[type] ?? '',
})

test('a copied picture is pasted as a file', () => {
	expect(pastedFiles(clipboard({}))).toEqual([file])
	expect(
		pastedFiles(clipboard({ 'text/html': '<meta charset="utf-8"><img src="https://example.org/quay.jpg">' })),
	).toEqual([file])
})

test('copied text is pasted without its picture', () => {
	expect(pastedFiles(clipboard({ 'text/html': '<p>The quay</p>', 'text/plain': 'The quay' }))).toEqual([])
	expect(pastedFiles(clipboard({ 'text/plain': 'The quay' }))).toEqual([])
})
