import type { PageMessages } from '../en/page'
import type { Format } from '../format'

export const page = ({ number }: Format<'fr'>): PageMessages => ({
	skip: 'Aller au contenu',
	search: 'Rechercher',
	sections: 'Rubriques',
	atTheFoot: 'Pied de page',
	follow: 'Nous suivre',
	corrections: 'Rectificatifs',
	backToTop: 'Haut de page',
	elsewhere: 'Ailleurs sur le web',
	elsewhereOf: (name) => `${name} ailleurs sur le web`,
	signIn: 'Se connecter',
	account: 'Votre compte',
	appearance: 'Apparence',
	colours: 'Couleurs',
	textSize: 'Taille du texte',
	asItIs: 'Sans changement',
	inUse: 'actuellement',
	apply: 'Appliquer',
	themes: { system: 'Comme l’appareil', light: 'Clair', dark: 'Sombre' },
	sizes: { small: 'Petit', normal: 'Normal', large: 'Grand', larger: 'Très grand' },
	previousPage: 'Page précédente',
	nextPage: 'Page suivante',
	pageOf: (current, pages) => `Page ${number(current)} sur ${number(pages)}`,
	titleOfPage: (title, current) => `${title}, page ${number(current)}`,
	latestFrom: (siteName) => `Les derniers articles de ${siteName}.`,
	loadPicture: (kilobytes) =>
		kilobytes === null ? 'Charger l’image' : `Charger l’image (${number(kilobytes)}\u00a0ko)`,
	closeAd: 'Fermer',
	weekdayBefore: (weekday) => `${weekday} `,
})
