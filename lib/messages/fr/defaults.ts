import type { DefaultsMessages } from '../en/defaults'

export const defaults = (): DefaultsMessages => ({
	commentPrompt: 'Cette place est publique. Laissez-y un commentaire',
	aboutAuthorTitle: 'À propos de l’auteur',
	sourceLabel: 'Source',
	adLabel: 'Publicité',
})
