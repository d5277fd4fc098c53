import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import type { Viewer } from '@/domain/permissions'
import { addPhoto } from '@/domain/photos/add'
import type { PhotoFields } from '@/domain/photos/fields'

type Words = Partial<PhotoFields>

const PHOTOS = join(process.cwd(), 'demo/photos')
const ILLUSTRATIONS = join(process.cwd(), 'demo/illustrations')
/** Wide enough for a lead picture; the drawings hold no finer detail. */
const ILLUSTRATION_WIDTH = 1600

/** Puts the demo edition's pictures into the photo desk; gives their ids by file name without its ending. */
export async function loadPictures(viewer: Viewer): Promise<Map<string, number>> {
	const ids = new Map<string, number>()
	for (const [key, fields] of Object.entries(ARCHIVE)) {
		const bytes = await readFile(join(PHOTOS, `${key}.jpg`))
		ids.set(key, (await addPhoto(viewer, { bytes, fields: { ...fields, ...FROM_THE_GETTY } })).id)
	}
	const captions = await illustrationCaptions()
	for (const file of await filesEnding('.svg')) {
		const key = basename(file, '.svg')
		const words = captions[key]
		if (!words) throw new Error(`The illustration ${file} has no caption in demo/illustrations.`)
		const bytes = await rasterised(await readFile(join(ILLUSTRATIONS, file)))
		ids.set(key, (await addPhoto(viewer, { bytes, fields: { ...words, licence: 'MIT' } })).id)
	}
	return ids
}

const filesEnding = async (ending: string): Promise<string[]> =>
	(await readdir(ILLUSTRATIONS)).filter((name) => name.endsWith(ending)).sort()

async function illustrationCaptions(): Promise<Record<string, Words>> {
	const captions: Record<string, Words> = {}
	for (const file of await filesEnding('.json')) {
		const parsed: Record<string, Words> = JSON.parse(await readFile(join(ILLUSTRATIONS, file), 'utf8'))
		for (const [key, { caption, alt, creator, credit }] of Object.entries(parsed))
			captions[key] = { caption, alt, creator, credit }
	}
	return captions
}

/** Drawings of ours may be read here; where uploads are, in the darkroom, the loader for SVG is closed. */
const rasterised = (svg: Uint8Array): Promise<Uint8Array> =>
	sharp(svg).resize(ILLUSTRATION_WIDTH).png().toBuffer()

const FROM_THE_GETTY: Words = {
	agency: 'J. Paul Getty Museum',
	rights: 'CC0',
	licence: 'CC0 1.0',
}

const credit = (maker: string): Words => ({
	creator: maker,
	credit: `${maker} / Getty Museum, Open Content Program`,
})

/** Titles, makers and dates as the museum gives them; CREDITS.md beside the pictures names the objects. */
const ARCHIVE: Record<string, Words> = {
	'dust-bowl-home': {
		...credit('Dorothea Lange'),
		caption: 'Abandoned Dust Bowl Home, photographed by Dorothea Lange between about 1935 and 1940.',
		alt: 'A plank house with an open doorway and empty windows stands alone on bare, level ground. The sky, half filled with cloud, takes up most of the picture.',
		takenAt: 'about 1935–1940',
		focalX: 745,
		focalY: 450,
	},
	'black-canyon': {
		...credit('Timothy H. O’Sullivan'),
		caption:
			'Black Cañon, Colorado River, looking above from Camp 8. Timothy H. O’Sullivan took the photograph in 1871.',
		alt: 'A man sits in a small boat with one mast, drawn up on a stony shore. Beyond it smooth water runs between dark canyon walls under a pale sky.',
		takenAt: '1871',
		focalX: 350,
		focalY: 650,
	},
	'nagasaki-boats': {
		...credit('Felice Beato'),
		caption: 'Boats in the river at Nagasaki, photographed by Felice Beato about 1865.',
		alt: 'Two covered boats with people aboard lie in the foreground of a still river. Behind them a larger boat with a tall mast lies below tiled roofs and low hills.',
		takenAt: 'about 1865',
		focalX: 560,
		focalY: 650,
	},
	'french-alpine-landscape': {
		...credit('Adolphe Braun'),
		caption: 'A landscape in the Alps: carbon print by Adolphe Braun, 1865–1870.',
		alt: 'Dark fir trees in silhouette along a slope, and behind them a long ridge of snow-covered peaks under a hazy sky.',
		takenAt: '1865–1870',
		focalX: 550,
		focalY: 420,
	},
	'airplane-from-above': {
		...credit('Fedele Azari'),
		caption:
			'An aeroplane viewed from above, looking down. Fedele Azari took the photograph between 1914 and 1929.',
		alt: 'An aeroplane seen from directly above, with a roundel near each wing tip, flying over patches of cloud and a faint pattern of fields and roads.',
		takenAt: '1914–1929',
		focalX: 550,
		focalY: 400,
	},
	'locomotion-house-cat': {
		...credit('Eadweard Muybridge'),
		caption: 'Twenty-four frames of a cat, from Animal Locomotion by Eadweard Muybridge, 1887.',
		alt: 'Twenty-four small photographs in four rows of six show a tabby cat from the side in front of a measuring grid: it walks in the first row and runs at full stretch in the last.',
		takenAt: '1887',
		focalX: 500,
		focalY: 500,
	},
	'acanthus-mollis': {
		...credit('Karl Blossfeldt'),
		caption: 'Acanthus mollis, photographed by Karl Blossfeldt, 1928.',
		alt: 'The upright flower spike of an acanthus against a pale ground: veined, rounded bracts one above the other, and between them pairs of spiny leaves that curve outwards.',
		takenAt: '1928',
		focalX: 500,
		focalY: 400,
	},
	'allium-oreophilum': {
		...credit('Karl Blossfeldt'),
		caption: 'Allium ostrowskianum, photographed by Karl Blossfeldt, 1928.',
		alt: 'The flower head of an allium on a straight stalk against a pale ground: a cluster of pointed buds breaks out of the papery sheath that held them.',
		takenAt: '1928',
		focalX: 520,
		focalY: 330,
	},
}
