import { useEffect, useRef, useState } from 'react'
import type { DeskPhotoView } from '@/domain/photos/views'
import { type PhotoTexts, sendPhoto } from './send-photo'

/** An upload: `percent` of the sent bytes, then the stored photograph with the texts to change, or a message. */
export type Upload = {
	key: number
	file: File
	/** Object URL of the file, for its thumbnail. */
	preview: string
	percent: number
	photo: DeskPhotoView | null
	texts: PhotoTexts
	message: string
}

export type Uploads = {
	uploads: Upload[]
	/** Whether an upload is waiting or being sent. */
	busy: boolean
	add: (files: readonly File[]) => void
	retry: (key: number) => void
	/** Cancels a running upload; a stored photograph stays in the photo library. */
	remove: (key: number) => void
	change: (key: number, changes: Partial<Upload>) => void
	setText: (key: number, name: keyof PhotoTexts, text: string) => void
}

const NO_TEXTS: PhotoTexts = { caption: '', credit: '', alt: '', rightsEndOn: '' }

/** Uploads files one after another, since the server handles one at a time. */
export function useUploads(initial: readonly File[] = []): Uploads {
	const [uploads, setUploads] = useState<Upload[]>([])
	const lastKey = useRef(0)
	const running = useRef<{ key: number; controller: AbortController } | null>(null)
	const previews = useRef<string[]>([])

	const change = (key: number, changes: Partial<Upload>) =>
		setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)))

	/** From the newest texts: two fields may change before the next render. */
	const setText = (key: number, name: keyof PhotoTexts, text: string) =>
		setUploads((all) =>
			all.map((each) =>
				each.key === key ? { ...each, texts: { ...each.texts, [name]: text }, message: '' } : each,
			),
		)

	function add(files: readonly File[]): void {
		const added = files.map((file) => {
			const preview = URL.createObjectURL(file)
			previews.current.push(preview)
			lastKey.current += 1
			return { key: lastKey.current, file, preview, percent: 0, photo: null, texts: NO_TEXTS, message: '' }
		})
		setUploads((all) => [...all, ...added])
	}

	async function send({ key, file }: Upload): Promise<void> {
		const controller = new AbortController()
		running.current = { key, controller }
		try {
			const onProgress = (percent: number) => change(key, { percent })
			const photo = await sendPhoto(file, { onProgress, signal: controller.signal })
			const { caption, credit, alt, rightsEndOn } = photo
			change(key, { photo, texts: { caption, credit, alt, rightsEndOn } })
		} catch (error) {
			change(key, { message: (error as Error).message, percent: 0 })
		} finally {
			running.current = null
			// Renders again, so that the effect below starts the next upload.
			setUploads((all) => [...all])
		}
	}

	const next = uploads.find(({ photo, message }) => !photo && !message)
	useEffect(() => {
		if (next && !running.current) send(next)
	})
	// biome-ignore lint/correctness/useExhaustiveDependencies: the files of a drop are added once.
	useEffect(() => {
		if (initial.length > 0) add(initial)
		return () => {
			running.current?.controller.abort()
			for (const preview of previews.current) URL.revokeObjectURL(preview)
		}
	}, [])

	return {
		uploads,
		busy: next !== undefined,
		add,
		retry: (key) => change(key, { message: '' }),
		remove(key) {
			if (running.current?.key === key) running.current.controller.abort()
			setUploads((all) => all.filter((each) => each.key !== key))
		},
		change,
		setText,
	}
}
