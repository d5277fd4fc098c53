import { readdir, readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import type { Viewer } from '@/domain/permissions'
import { addPhotos } from '@/domain/photos/add'
import type { PhotoFields } from '@/domain/photos/fields'

type PhotoText = Partial<PhotoFields>

const PHOTOS = join(process.cwd(), 'demo/photos')
const ILLUSTRATIONS = join(process.cwd(), 'demo/illustrations')
/** Width in px of a lead photo, which shows all detail of the drawings. */
const ILLUSTRATION_WIDTH = 1600
/** One image a core; each takes up to 175 MB, and a small server has 1 GB. */
const CONCURRENT_IMAGES = Math.min(2, availableParallelism())

/** Adds the demo edition's photos and illustrations; returns their photo ids by file name without extension. */
export async function loadPhotos(viewer: Viewer): Promise<Map<string, number>> {
	const captions = await illustrationCaptions()
	const museum = Object.entries(MUSEUM_PHOTOS).map(([key, fields]) => ({
		key,
		read: async () => ({
			bytes: await readFile(join(PHOTOS, `${key}.jpg`)),
			fields: { ...fields, ...GETTY_FIELDS },
		}),
	}))
	const illustrations = (await filesWithExtension('.svg')).map((file) => {
		const key = basename(file, '.svg')
		const words = captions[key]
		if (!words) throw new Error(`The illustration ${file} has no caption in demo/illustrations.`)
		return {
			key,
			read: async () => ({
				bytes: await rasterize(await readFile(join(ILLUSTRATIONS, file))),
				fields: { ...words, licence: 'MIT' },
			}),
		}
	})
	const files = [...museum, ...illustrations]
	const photos = await addPhotos(
		viewer,
		files.map(({ read }) => read),
		CONCURRENT_IMAGES,
	)
	return new Map(photos.map(({ id }, index) => [files[index]?.key ?? '', id]))
}

const filesWithExtension = async (extension: string): Promise<string[]> =>
	(await readdir(ILLUSTRATIONS)).filter((name) => name.endsWith(extension)).sort()

async function illustrationCaptions(): Promise<Record<string, PhotoText>> {
	const captions: Record<string, PhotoText> = {}
	for (const file of await filesWithExtension('.json')) {
		const parsed: Record<string, PhotoText> = JSON.parse(await readFile(join(ILLUSTRATIONS, file), 'utf8'))
		for (const [key, { caption, alt, creator, credit }] of Object.entries(parsed))
			captions[key] = { caption, alt, creator, credit }
	}
	return captions
}

/** Renders our own SVG files to PNG; the image worker, which processes uploads, disables the SVG loader. */
const rasterize = (svg: Uint8Array): Promise<Uint8Array> =>
	sharp(svg).resize(ILLUSTRATION_WIDTH).png().toBuffer()

const GETTY_FIELDS: PhotoText = {
	agency: 'J. Paul Getty Museum',
	rights: 'CC0',
	licence: 'CC0 1.0',
}

const credit = (maker: string): PhotoText => ({
	creator: maker,
	credit: `${maker} / Getty Museum, Open Content Program`,
})

/** The museum's titles, makers and dates; CREDITS.md beside the photos lists the objects. */
const MUSEUM_PHOTOS: Record<string, PhotoText> = {
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
