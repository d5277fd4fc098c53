import { endWithOverride } from '@/app/_http/page-errors'
import { pageOverride } from './overrides'

/** Query of a page as Next passes it; repeated parameters are arrays. */
export type Query = Promise<Record<string, string | string[] | undefined>>

export async function queryValue(query: Query, name: string): Promise<string> {
	const value = (await query)[name]
	return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** An integer parameter from 1; null for any other value. */
export async function queryNumber(query: Query, name: string): Promise<number | null> {
	const value = await queryValue(query, name)
	return /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null
}

/** Reports the page count to the server; a page number beyond it ends the render with 404. */
export async function requirePage(query: Query, pages: number): Promise<void> {
	const override = pageOverride(await queryNumber(query, 'page'), pages)
	if (override) endWithOverride(override)
}
