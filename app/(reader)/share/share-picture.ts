import { createHash } from 'node:crypto'
import { day } from '@/components/layout/date-time'
import type { ArticleView } from '@/domain/articles/views'
import type { ShareFacts } from '@/domain/photos/process-image'
import type { SiteSettings } from '@/domain/settings'
import { parseHex } from '@/lib/contrast'
import { directionOfLanguage, directionOfText } from '@/lib/direction'
import { expiresAt } from '@/lib/invalidation'
import { messages } from '@/lib/messages/messages'
import { creditLine } from '@/lib/photo-paths'
import { accentIn, BACKGROUNDS, DEFAULT_ACCENT, INK } from '@/lib/site-look'

/** Changes with the drawing, so that pictures get new addresses. */
const DRAWING = 1
/** A year, after which the picture says when the story is from. */
const OLD_MS = 365 * 86_400_000
const DIGEST_LENGTH = 20

type Shared = Pick<ArticleView, 'id' | 'headline' | 'section' | 'hero' | 'publishedAt'>

/** Path of a story's picture for link previews, by its content; the page expires when the story is old. */
export function sharePath(article: Shared, settings: SiteSettings): string {
	const { hero } = article
	const photo = hero && [hero.hash, hero.focalX, hero.focalY]
	const content = JSON.stringify([DRAWING, shareFacts(article, settings), photo])
	const digest = createHash('sha256').update(content).digest('hex').slice(0, DIGEST_LENGTH)
	return `/share/${article.id}-${digest}.jpg`
}

/** Texts and colours of the picture. */
export function shareFacts(
	{ headline, section, hero, publishedAt }: Shared,
	settings: SiteSettings,
): ShareFacts {
	const { siteName, language, accent } = settings
	const { light } = accentIn(parseHex(accent) ?? DEFAULT_ACCENT)
	const oldAt = new Date(publishedAt.getTime() + OLD_MS)
	const isOld = oldAt <= new Date()
	if (!isOld) expiresAt(oldAt)
	return {
		...{ headline, section: section?.name ?? null, siteName, language },
		credit: (hero && creditLine(hero.credit)) || null,
		age: isOld ? messages().article.publishedOn(day(publishedAt, settings)) : null,
		direction: directionOfText(headline) ?? directionOfLanguage(language),
		...{ accent: light.colour, accentInk: light.ink, paper: BACKGROUNDS.light[0], ink: INK },
	}
}
