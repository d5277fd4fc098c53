import type { DeskPhotoView } from '@/domain/photos/views'

/** Texts that the uploader asks for. */
export const UPLOAD_TEXTS = ['caption', 'credit', 'alt', 'rightsEndOn'] as const
export type PhotoTexts = Pick<DeskPhotoView, (typeof UPLOAD_TEXTS)[number]>

type Options = { onProgress: (percent: number) => void; signal: AbortSignal }

const OFFLINE = 'The connection broke off. Please try again.'
const SIGNED_OUT = 'You are signed out. Sign in again in another tab, then try again here.'

/**
 * Uploads a file to the photo library, by XMLHttpRequest because fetch reports no progress of an upload.
 *
 * @param options.onProgress receives whole percents of the sent bytes
 * @throws Error with a message for the editor
 */
export function sendPhoto(file: File, { onProgress, signal }: Options): Promise<DeskPhotoView> {
	const { promise, resolve, reject } = withResolvers<DeskPhotoView>()
	const request = new XMLHttpRequest()
	const form = new FormData()
	form.set('photo', file)
	request.open('POST', '/desk/photographs/upload')
	request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((100 * loaded) / total))
	request.onerror = () => reject(new Error(OFFLINE))
	request.onabort = () => reject(new Error('Cancelled.'))
	request.onload = () => {
		if (request.status === 200) resolve(JSON.parse(request.responseText))
		else reject(new Error(messageOf(request.status, request.responseText)))
	}
	signal.addEventListener('abort', () => request.abort())
	request.send(form)
	return promise
}

/** Changes the texts of a photograph. @throws Error with a message for the editor */
export async function describePhoto(id: number, texts: Partial<PhotoTexts>): Promise<DeskPhotoView> {
	const form = new FormData()
	form.set('photo', String(id))
	for (const [name, text] of Object.entries(texts)) form.set(name, text)
	const response = await fetch('/desk/photographs/describe', { method: 'POST', body: form }).catch(() => {
		throw new Error(OFFLINE)
	})
	if (response.ok) return response.json()
	throw new Error(messageOf(response.status, await response.text()))
}

/** The reason in a refusal; a plain-text answer, as of a full upload queue, is the reason itself. */
function messageOf(status: number, text: string): string {
	if (status === 401) return SIGNED_OUT
	try {
		const { detail } = JSON.parse(text) as { detail?: string }
		if (detail) return detail
	} catch {
		if (status === 503 && text && !text.startsWith('<')) return text
	}
	return 'The photograph was not taken. Please try again.'
}

/** `Promise.withResolvers`, which browsers of 2023 lack. */
function withResolvers<T>() {
	let resolve: (value: T) => void = () => undefined
	let reject: (reason: Error) => void = () => undefined
	const promise = new Promise<T>((onValue, onError) => {
		resolve = onValue
		reject = onError
	})
	return { promise, resolve, reject }
}
