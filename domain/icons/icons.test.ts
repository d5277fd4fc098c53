import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import { removeLogo, setLogo } from '../logo/logo'
import type { StaffViewer } from '../permissions'
import { changeSettings } from '../settings'
import { ICON_SIZES, siteIcons } from './icons'

withDatabase()

let owner: StaffViewer
beforeAll(async () => {
	owner = await createStaff('owner')
})

/** The colours of an icon as `#rrggbb`, by column of the middle row. */
async function middleRow(png: Buffer): Promise<string[]> {
	const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
	const start = Math.floor(info.height / 2) * info.width * 3
	return Array.from({ length: info.width }, (_, column) => {
		const at = start + column * 3
		return `#${data.subarray(at, at + 3).toString('hex')}`
	})
}

const drawing = (width: number, height: number) =>
	Buffer.from(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path fill="#ff0000" d="M0 0h${width}v${height}h-${width}z"/></svg>`,
	)

test('without a logo the icons are a tile in the accent', async () => {
	const icons = await siteIcons()
	for (const size of ICON_SIZES) {
		const found = await sharp(icons[size]).metadata()
		expect([found.format, found.width, found.height]).toEqual(['png', size, size])
		const row = await middleRow(icons[size])
		expect([row[0], row[Math.floor(size / 2)]]).toEqual(['#1f3fa3', '#1f3fa3'])
		expect(row).toContain('#ffffff')
	}
	await changeSettings(owner, { accent: '#7a0000' })
	expect((await middleRow((await siteIcons())[48]))[0]).toBe('#7a0000')
})

test('a squarish logo on paper fits round icons', async () => {
	await setLogo(owner, drawing(120, 100))
	const icons = await siteIcons()
	for (const size of ICON_SIZES) {
		const row = await middleRow(icons[size])
		expect(row).toHaveLength(size)
		expect([row[0], row[Math.floor(size / 2)]]).toEqual(['#faf8f3', '#ff0000'])
	}
	const red = (await middleRow(icons[512])).filter((colour) => colour === '#ff0000').length
	expect(red).toBeGreaterThan(512 * 0.55)
	expect(red).toBeLessThan(512 * 0.65)
})

test('a PNG logo is drawn too, and a wide one is not', async () => {
	await setLogo(owner, await sharp(drawing(100, 100)).png().toBuffer())
	expect((await middleRow((await siteIcons())[48]))[24]).toBe('#ff0000')
	await setLogo(owner, drawing(600, 100))
	expect((await middleRow((await siteIcons())[48]))[0]).toBe('#7a0000')
	await removeLogo(owner)
	expect((await middleRow((await siteIcons())[48]))[0]).toBe('#7a0000')
})
