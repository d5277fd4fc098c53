'use server'

import { deskAction } from '@/app/desk/desk-action'
import { shownText } from '@/app/desk/stories/shown-text'
import { checkLinks } from '@/domain/articles/links'

/** Checks whether the links of a story work; read-only. */
export const checkLinksAction = deskAction(async (viewer, { number, text }) => {
	const { fields } = await shownText(viewer, number('story'), text('autosave'))
	const links = await checkLinks(viewer, fields)
	const broken = links.filter(({ state }) => state === 'broken').length
	const unclear = links.filter(({ state }) => state === 'unclear').length
	const words = [broken > 0 && `${broken} broken`, unclear > 0 && `${unclear} without a clear answer`].filter(
		Boolean,
	)
	return { links, notice: words.length > 0 ? `Checked: ${words.join(', ')}.` : 'Checked: all of them work.' }
})
