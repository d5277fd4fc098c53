import { viewer } from '@/app/_http/viewer'
import { findStory } from '@/domain/articles/stories'
import { isRefusal } from '@/lib/refusal'

/** The title of a page about a story: its headline, if the viewer may see it. The page itself says why not. */
export async function headlineOf(id: string): Promise<string> {
	try {
		return (await findStory(await viewer(), Number(id))).fields.headline
	} catch (error) {
		if (isRefusal(error)) return 'Story'
		throw error
	}
}
