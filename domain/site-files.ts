import { eq } from 'drizzle-orm'
import { readDb } from '@/db'
import { siteFiles } from '@/db/schema'
import { siteCss } from '@/lib/site-look'
import { siteSettings } from './settings'

/** A file at `/site/NAME`: of the site's style sheet always the current one. Null for an unknown name. */
export async function findSiteFile(name: string): Promise<Buffer | null> {
	if (name.endsWith('.css')) return Buffer.from(siteCss(await siteSettings()))
	const [found] = await readDb().select().from(siteFiles).where(eq(siteFiles.name, name))
	return found ? Buffer.from(found.content, 'base64') : null
}
