import { showErrorPage } from '@/app/_http/page-errors'
import { requestContext } from '@/lib/request-context'

/** A page's query as Next gives it: a name may come twice. */
export type Query = Promise<Record<string, string | string[] | undefined>>

export async function queryValue(query: Query, name: string): Promise<string> {
	const value = (await query)[name]
	return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** A whole number from 1, or null for anything else. */
export async function queryNumber(query: Query, name: string): Promise<number | null> {
	const value = await queryValue(query, name)
	return /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null
}

/** Tells the server how many pages there are, and ends a page beyond the last with 404. */
export async function requirePage(query: Query, pages: number): Promise<void> {
	requestContext().lastPage = pages
	if (((await queryNumber(query, 'page')) ?? 1) > pages)
		showErrorPage(404, 'There is no such page', 'The list that it belongs to is shorter than that.')
}
