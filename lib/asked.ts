/** What a route reads of a request. A `Request` is one; so is something much lighter, see `server/direct.ts`. */
export type Asked = {
	url: string
	headers: Pick<Headers, 'get'>
	json: () => Promise<unknown>
	formData: () => Promise<{ entries: () => Iterable<[string, FormDataEntryValue]> }>
}
