import deskStyles from '@/components/desk/desk.module.css'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import type { PhotoRecord } from '@/domain/photos/fields'
import type { MetadataNotes } from '@/domain/photos/metadata'
import type { MissingPart } from '@/domain/photos/read'
import styles from './photo-details.module.css'
import { PhotoNotes } from './photo-notes'
import photoStyles from './photos.module.css'

type Props = {
	photo: PhotoRecord
	view: PhotoView
	notes: MetadataNotes
	/** The texts without which no story with the photograph is published. */
	missing: MissingPart[]
}

const TEXTS = [
	{ name: 'caption', label: 'Caption' },
	{ name: 'credit', label: 'Credit' },
	{ name: 'noCreditReason', label: 'No credit known, because' },
	{ name: 'creator', label: 'Photographer' },
	{ name: 'agency', label: 'Agency' },
	{ name: 'alt', label: 'Description for blind readers' },
	{ name: 'rightsEndOn', label: 'Rights end on' },
	{ name: 'rights', label: 'Rights' },
	{ name: 'licence', label: 'Licence' },
	{ name: 'city', label: 'City' },
	{ name: 'takenAt', label: 'Taken' },
] as const

/** A photograph for a viewer without permission to change it. */
export function PhotoDetails({ photo, view, notes, missing }: Props) {
	const [x, y] = [photo.focalX / 10, photo.focalY / 10]
	const lacks = (name: string) => missing.some((part) => part !== 'rights' && part === name)
	const isOver = (name: string) => name === 'rightsEndOn' && missing.includes('rights')
	const texts = TEXTS.filter(({ name }) => photo[name] || name === 'caption' || lacks(name))
	return (
		<div className={photoStyles.columns}>
			<div className={styles.picture}>
				<Picture photo={view} sizes="(min-width: 60rem) 40rem, 92vw" priority />
				{/* Attributes instead of styles, because the CSP forbids inline styles. */}
				<svg className={styles.focal} aria-hidden="true">
					<circle cx={`${x}%`} cy={`${y}%`} r="14" className={styles.outline} />
					<circle cx={`${x}%`} cy={`${y}%`} r="12" className={styles.ring} />
				</svg>
			</div>
			<div className={photoStyles.words}>
				<p className={deskStyles.soft}>
					Another person added this photograph. An editor can change it; you can change those you added
					yourself.
				</p>
				<PhotoNotes notes={notes} />
				<dl className={styles.texts}>
					{texts.map(({ name, label }) => (
						<div key={name}>
							<dt>{label}</dt>
							<dd dir="auto" className={lacks(name) || isOver(name) ? photoStyles.missing : undefined}>
								{lacks(name) ? 'Missing' : photo[name] || 'None'}
								{isOver(name) && ', which has passed'}
							</dd>
						</div>
					))}
					<div>
						<dt>Focal point</dt>
						<dd>
							{x}% from the left, {y}% from the top
						</dd>
					</div>
				</dl>
			</div>
		</div>
	)
}
