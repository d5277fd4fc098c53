import sharp from 'sharp'

/** Width of a README's column, in pixels. */
const WIDTH_MAX = 1040
const [QUALITY_MAX, QUALITY_MIN, QUALITY_STEP] = [90, 60, 2]

/** Encodes a screenshot as WebP, in the best quality within `bytesMax`. */
export async function encode(png: Buffer, bytesMax: number): Promise<Buffer> {
	for (let quality = QUALITY_MAX; quality >= QUALITY_MIN; quality -= QUALITY_STEP) {
		const webp = await sharp(png)
			.resize({ width: WIDTH_MAX, withoutEnlargement: true })
			.webp({ quality, effort: 6, smartSubsample: true })
			.toBuffer()
		if (webp.length <= bytesMax) return webp
	}
	throw new Error(`A picture exceeds ${bytesMax} bytes in quality ${QUALITY_MIN}.`)
}
