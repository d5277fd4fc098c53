import { plainLines } from '@/lib/printed-text'
import { authorize, type Viewer } from '../permissions'
import { siteSettings } from '../settings'
import { verdictsOn } from './auto-moderation'
import type { Verdict } from './text-phases'

/** The phases that would hold or refuse a text with the rules as saved; nothing is stored. */
export async function tryText(viewer: Viewer, typed: { name: string; text: string }): Promise<Verdict[]> {
	authorize(viewer, 'change settings')
	const settings = await siteSettings()
	return verdictsOn({ body: plainLines(typed.text), name: typed.name, settings })
}
