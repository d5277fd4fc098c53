import type { FormValues } from '@/lib/form-values'

/** Unsaved text of a story form, kept in the browser (IndexedDB). */
export type DeviceCopy = {
	/** The page that the text was typed in: a random id of one load. */
	page: string
	/** Id of the story; `new` without a first save. */
	story: string
	/** Id of the writer: several people may share a browser. */
	person: string
	/** Token of the form, as of its autosaves. */
	token: string
	baseRevisionId: string
	values: FormValues
	/** Time of the copy in ms since 1970. */
	at: number
}

const NAME = 'square-desk'
const STORE = 'story copies'
/** Copies on the device; beyond it the oldest is removed. */
const COPIES_MAX = 40
/** Characters of a copy: four times the largest body, as the editor's JSON may have. */
const LENGTH_MAX = 4_500_000

let opened: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
	opened ??= new Promise((resolve, reject) => {
		const request = indexedDB.open(NAME, 1)
		request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'page' })
		request.onsuccess = () => resolve(request.result)
		request.onerror = () => reject(request.error)
	})
	opened.catch(() => {
		opened = null
	})
	return opened
}

/** Runs requests in a transaction, which is committed when this resolves. */
async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
	const transaction = (await database()).transaction(STORE, mode)
	const request = work(transaction.objectStore(STORE))
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve(request.result)
		transaction.onabort = () => reject(transaction.error)
	})
}

/** @returns false if the browser stores nothing, or the text is too long */
export async function putCopy(copy: DeviceCopy): Promise<boolean> {
	const length = Object.values(copy.values)
		.flat()
		.reduce((sum, value) => sum + value.length, 0)
	if (length > LENGTH_MAX) return false
	try {
		await run('readwrite', (store) => store.put(copy))
		return true
	} catch {
		return false
	}
}

export async function removeCopy(page: string): Promise<void> {
	await run('readwrite', (store) => store.delete(page)).catch(() => {})
}

/** Removes the copies of a form, also those of its earlier pages; in one transaction, since a save leaves the page. */
export async function removeCopiesOf(token: string): Promise<void> {
	await run('readwrite', (store) => {
		const request = store.getAll() as IDBRequest<DeviceCopy[]>
		request.onsuccess = () => {
			for (const copy of request.result) if (copy.token === token) store.delete(copy.page)
		}
		return request
	}).catch(() => {})
}

const allCopies = (): Promise<DeviceCopy[]> =>
	run('readonly', (store) => store.getAll() as IDBRequest<DeviceCopy[]>).catch(() => [])

/** Copies of a story by a person whose pages are closed, newest first; removes the oldest of all beyond the limit. */
export async function listCopies(story: string, person: string): Promise<DeviceCopy[]> {
	const all = (await allCopies()).sort((one, other) => other.at - one.at)
	const open = await openPages()
	for (const { page } of all.slice(COPIES_MAX)) if (!open.has(page)) await removeCopy(page)
	return all
		.slice(0, COPIES_MAX)
		.filter((copy) => copy.story === story && copy.person === person && !open.has(copy.page))
}

const LOCK = 'square-desk story '

/** Marks a page as open until it is closed or crashes. Without Web Locks (plain http) no page counts as open. */
export function holdPage(page: string): () => void {
	let release = () => {}
	const held = new Promise<void>((resolve) => {
		release = resolve
	})
	void navigator.locks?.request(LOCK + page, () => held).catch(() => {})
	return release
}

async function openPages(): Promise<Set<string>> {
	const { held = [] } = (await navigator.locks?.query()) ?? {}
	return new Set(held.map(({ name = '' }) => name.replace(LOCK, '')))
}

/** A random id; `crypto.randomUUID` exists on https alone. */
export const randomId = (): string =>
	[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
