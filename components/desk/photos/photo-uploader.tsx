import { type JSX, type KeyboardEvent, useId, useState } from 'react'
import deskStyles from '@/components/desk/desk.module.css'
import formStyles from '@/components/desk/form/form.module.css'
import type { PhotoView } from '@/domain/articles/views'
import { PHOTO_BYTES_MAX, PHOTO_TYPES } from '@/lib/photo-paths'
import styles from './photo-uploader.module.css'
import { describePhoto, type PhotoTexts, UPLOAD_TEXTS } from './send-photo'
import { type Upload, type Uploads, useUploads } from './use-uploads'

type Props = {
	/** Files of a drop or a paste, uploaded at once. */
	files?: readonly File[]
	multiple?: boolean
	/** Label of the button that ends the upload, such as “Put in the story”. */
	doneLabel: string
	/** Receives the stored photographs in the order of the files. */
	onDone: (photos: PhotoView[]) => void
}

/** Uploads photographs from the device, with fields for their texts. */
export function PhotoUploader({ files, multiple = false, doneLabel, onDone }: Props): JSX.Element {
	const list = useUploads(files)
	const { uploads, busy, add, change } = list
	const [saving, setSaving] = useState(false)
	const stored = uploads.filter(({ photo }) => photo)

	async function finish(): Promise<void> {
		setSaving(true)
		const photos: PhotoView[] = []
		for (const upload of stored) {
			try {
				photos.push(await withTexts(upload))
			} catch (error) {
				change(upload.key, { message: (error as Error).message })
			}
		}
		setSaving(false)
		if (photos.length === stored.length) onDone(photos)
	}

	return (
		<div className={styles.uploader}>
			<FilePicker multiple={multiple} onFiles={add} />
			<p role="status" className={styles.status}>
				{statusOf(list)}
			</p>
			{uploads.length > 0 && (
				<ul className={styles.list}>
					{uploads.map((upload) => (
						<UploadItem key={upload.key} upload={upload} list={list} />
					))}
				</ul>
			)}
			{stored.length > 0 && (
				<p className={styles.done}>
					<button
						type="button"
						className={formStyles.primary}
						aria-disabled={busy || saving || undefined}
						onClick={() => !busy && !saving && finish()}
					>
						{doneLabel}
					</button>
				</p>
			)}
		</div>
	)
}

/** Saves the texts that differ from the stored ones. @throws Error with a message for the editor */
async function withTexts({ photo, texts }: Upload): Promise<PhotoView> {
	if (!photo) throw new Error('The photograph is not stored.')
	const changed = UPLOAD_TEXTS.filter((name) => texts[name] !== photo[name])
	if (changed.length === 0) return photo
	return describePhoto(photo.id, Object.fromEntries(changed.map((name) => [name, texts[name]])))
}

function statusOf({ uploads, busy }: Uploads): string {
	if (uploads.length === 0) return ''
	const stored = uploads.filter(({ photo }) => photo).length
	const failed = uploads.length - stored
	const rest = failed > 0 ? ` ${failed} not taken.` : ''
	if (!busy) return `${stored === 1 ? '1 photograph is ready.' : `${stored} photographs are ready.`}${rest}`
	return uploads.length === 1 ? 'Uploading …' : `Uploading ${stored + 1} of ${uploads.length} …`
}

type PickerProps = { multiple: boolean; onFiles: (files: File[]) => void }

function FilePicker({ multiple, onFiles }: PickerProps): JSX.Element {
	const id = useId()
	const [over, setOver] = useState(false)
	const limit = PHOTO_BYTES_MAX / 1024 / 1024
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dropping files is an addition to the file field.
		<div
			className={styles.picker}
			data-over={over || undefined}
			onDragOver={(event) => {
				event.preventDefault()
				setOver(true)
			}}
			onDragLeave={() => setOver(false)}
			onDrop={(event) => {
				event.preventDefault()
				setOver(false)
				onFiles([...event.dataTransfer.files].slice(0, multiple ? undefined : 1))
			}}
		>
			<label htmlFor={id}>{multiple ? 'Add photographs from this device' : 'Add from this device'}</label>
			<p id={`${id}-hint`}>
				JPEG, PNG or WebP, up to {limit} MB{multiple ? ' each' : ''}; or drop {multiple ? 'them' : 'it'} here
			</p>
			<input
				id={id}
				type="file"
				multiple={multiple}
				accept={PHOTO_TYPES.join(',')}
				aria-describedby={`${id}-hint`}
				onChange={({ currentTarget }) => {
					onFiles([...(currentTarget.files ?? [])])
					currentTarget.value = ''
				}}
			/>
		</div>
	)
}

function UploadItem({ upload, list }: { upload: Upload; list: Uploads }): JSX.Element {
	const { key, file, preview, percent, photo, message, texts } = upload
	const set = (name: keyof PhotoTexts) => (text: string) => list.setText(key, name, text)
	return (
		<li className={styles.item}>
			<img src={preview} alt="" />
			<div>
				<p className={styles.name}>
					<span dir="auto">{file.name}</span>
					<button type="button" onClick={() => list.remove(key)}>
						{photo ? 'Leave out' : 'Cancel'}
						<span className={deskStyles.hidden}> {file.name}</span>
					</button>
				</p>
				{message && (
					<p role="alert" className={styles.message}>
						{message}{' '}
						{!photo && (
							<button type="button" onClick={() => list.retry(key)}>
								Try again<span className={deskStyles.hidden}> {file.name}</span>
							</button>
						)}
					</p>
				)}
				{!photo && !message && (
					<p className={styles.progress}>
						<progress max={100} value={percent} aria-label={`Upload of ${file.name}`} />
						{percent < 100 ? `${percent} %` : 'Being made ready …'}
					</p>
				)}
				{photo && (
					<>
						<TextLine label="Caption" text={texts.caption} onText={set('caption')} />
						<TextLine label="Credit, printed after ©" text={texts.credit} onText={set('credit')} />
						<TextLine label="Description for blind readers" text={texts.alt} onText={set('alt')} />
						<TextLine
							label="Rights end on, if they do"
							type="date"
							text={texts.rightsEndOn}
							onText={set('rightsEndOn')}
						/>
					</>
				)}
			</div>
		</li>
	)
}

type TextLineProps = {
	label: string
	type?: 'text' | 'date'
	text: string
	onText: (text: string) => void
}

function TextLine({ label, type = 'text', text, onText }: TextLineProps): JSX.Element {
	return (
		<label className={styles.text}>
			{label}
			<input
				type={type}
				dir={type === 'text' ? 'auto' : undefined}
				value={text}
				onChange={({ currentTarget }) => onText(currentTarget.value)}
				onKeyDown={keepFromSubmitting}
			/>
		</label>
	)
}

/** The uploader lies inside the form of the story. */
function keepFromSubmitting(event: KeyboardEvent): void {
	if (event.key === 'Enter') event.preventDefault()
}
