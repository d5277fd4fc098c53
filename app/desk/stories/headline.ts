import { viewer } from '@/app/_http/viewer'
import { findStory } from '@/domain/articles/stories'
import { isRefusal } from '@/lib/refusal'

/** Page title: the headline of a story the viewer may see. A refusal is left to the page. */
export async function headlineOf(id: string): Promise<string> {
	try {
		return (await findStory(await viewer(), Number(id))).fields.headline
	} catch (error) {
		if (isRefusal(error)) return 'Story'
		throw error
	}
}
