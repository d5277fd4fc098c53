import type { DefaultsMessages } from '../en/defaults'

export const defaults = (): DefaultsMessages => ({
	commentPrompt: 'Huu ni uwanja wa umma. Tafadhali toa maoni',
	aboutAuthorTitle: 'Kuhusu mwandishi',
	sourceLabel: 'Chanzo',
	adLabel: 'Matangazo',
})
