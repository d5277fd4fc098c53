import { expect, test } from 'vitest'
import { creditLine, parseDerivativeName, parsePhotoPath, photoPath, thumbPath } from './photo-paths'

const hash = '0f'.repeat(32)
const focal = { focalX: 745, focalY: 0 }

test('parsePhotoPath inverts photoPath and thumbPath', () => {
	expect(parsePhotoPath(photoPath(hash, 640, 'avif'))).toEqual({
		hash,
		name: '640.avif',
		width: 640,
		crop: '',
		format: 'avif',
	})
	expect(parsePhotoPath(thumbPath(hash, 480, focal, 'jpg'))).toEqual({
		hash,
		name: '480x320-745-0.jpg',
		width: 480,
		crop: 'x320-745-0',
		format: 'jpg',
	})
})

test.each([
	'original.jpg',
	'320.png',
	'320.webp\n',
	'320.webp\0',
	'0320.webp',
	'320.WEBP',
	'320x213.webp',
	'320x213-01-5.webp',
	'320x213-5-5-5.webp',
	'..',
	'',
])('parseDerivativeName returns null for %j', (name) => {
	expect(parseDerivativeName(name)).toBeNull()
})

test('parsePhotoPath returns null for other paths', () => {
	for (const path of [
		`/media/${hash}`,
		`/media/${hash}/320.webp/`,
		`/media//${hash}/320.webp`,
		`/media/../${hash}/320.webp`,
		`/media/${hash.toUpperCase()}/320.webp`,
		`/media/${hash}/%33%32%30.webp`,
		`/medias/${hash}/320.webp`,
		`x/media/${hash}/320.webp`,
	])
		expect(parsePhotoPath(path), path).toBeNull()
})

test.each([
	['Susan Doe', '© Susan Doe'],
	[' ©  Susan Doe ', '© Susan Doe'],
	['(C) Susan Doe', '© Susan Doe'],
	['© (c) Susan Doe', '© Susan Doe'],
	['', ''],
	[' © ', ''],
])('the credit line of “%s” is “%s”', (credit, line) => {
	expect(creditLine(credit)).toBe(line)
})
