import type { DefaultsMessages } from '../en/defaults'

export const defaults = (): DefaultsMessages => ({
	commentPrompt: 'Esta é uma praça pública. Deixe um comentário',
	aboutAuthorTitle: 'Sobre o autor',
	sourceLabel: 'Fonte',
	adLabel: 'Publicidade',
})
