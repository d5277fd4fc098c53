/** A part of a multipart form: its raw header lines, their parsed fields, and its body; `fileName` is null for text. */
export type Part = { head: string; name: string; fileName: string | null; body: Buffer }

/** RFC 2046 allows 70 characters. */
const CONTENT_TYPE = /^multipart\/form-data\s*;\s*boundary=(?:"([^"\\]{1,70})"|([^\s";,]{1,70}))\s*$/i
/** Part headers as browsers write them; in names they encode quotation marks and line ends. */
const PART_HEAD =
	/^content-disposition: form-data; name="([ !#-[\]-~\x80-\xff]*)"(?:; filename="([^"\r\n]*)")?(?:\r\ncontent-type:[\t -~]*)?$/i
/** Characters of a file name that browsers send and Next's parser takes for a malformed form, or for the name's end. */
const UNSAFE_IN_FILE_NAME = /[^\t -[\]-~\x80-\xff]/g
const PART_HEAD_BYTES_MAX = 4 * 1024
/** The longest form of the desk has a few hundred fields. */
const PARTS_MAX = 2_000
/** Bytes searched per turn of the event loop; a photograph takes some twenty turns. */
const WINDOW_BYTES = 1024 * 1024

const LINE_END = '\r\n'

/** Parses a multipart form in the exact syntax of browsers; null for any other body or content type. */
export async function parseMultipart(body: Buffer, contentType: string | undefined): Promise<Part[] | null> {
	const [, quoted, bare] = CONTENT_TYPE.exec(contentType ?? '') ?? []
	const boundary = quoted ?? bare
	if (boundary === undefined) return null
	const delimiter = Buffer.from(`${LINE_END}--${boundary}`, 'latin1')
	const opening = delimiter.subarray(LINE_END.length)
	if (!body.subarray(0, opening.length).equals(opening)) return null
	const parts: Part[] = []
	for (let at = opening.length; ; ) {
		if (isEnd(body, at)) return parts
		if (body.toString('latin1', at, at + 2) !== LINE_END || parts.length >= PARTS_MAX) return null
		const start = at + 2
		const end = await find(body, delimiter, start)
		const part = end < 0 ? null : parsePart(body.subarray(start, end))
		if (!part) return null
		parts.push(part)
		at = end + delimiter.length
	}
}

/** Whether the final delimiter ends the body: two hyphens and at most one line end. */
function isEnd(body: Buffer, at: number): boolean {
	const rest = body.length - at
	return (rest === 2 || rest === 4) && /^--(\r\n)?$/.test(body.toString('latin1', at))
}

function parsePart(bytes: Buffer): Part | null {
	const headEnd = bytes.subarray(0, PART_HEAD_BYTES_MAX).indexOf(`${LINE_END}${LINE_END}`)
	if (headEnd < 0) return null
	const head = bytes.toString('latin1', 0, headEnd)
	const found = PART_HEAD.exec(head)
	if (!found) return null
	const [, name = '', fileName] = found
	const safeHead =
		fileName && head.replace(`"${fileName}"`, () => `"${fileName.replace(UNSAFE_IN_FILE_NAME, '_')}"`)
	return {
		head: safeHead || head,
		name: decodeUtf8(name),
		fileName: fileName === undefined ? null : decodeUtf8(fileName),
		body: bytes.subarray(headEnd + 4),
	}
}

const decodeUtf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString()

async function find(body: Buffer, wanted: Buffer, from: number): Promise<number> {
	for (let at = from; at < body.length; at += WINDOW_BYTES) {
		if (at > from) await new Promise(setImmediate)
		const found = body.subarray(at, at + WINDOW_BYTES + wanted.length - 1).indexOf(wanted)
		if (found >= 0) return at + found
	}
	return -1
}

/** Encodes the parts with a new boundary, as a list of chunks. */
export function encodeMultipart(parts: Part[], boundary: string): Buffer[] {
	const chunks = parts.flatMap(({ head, body }) => [
		Buffer.from(`--${boundary}${LINE_END}${head}${LINE_END}${LINE_END}`, 'latin1'),
		body,
		Buffer.from(LINE_END),
	])
	return [...chunks, Buffer.from(`--${boundary}--${LINE_END}`)]
}
