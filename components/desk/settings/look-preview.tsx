import type { CSSProperties } from 'react'
import { SiteName } from '@/components/layout/site-name'
import type { SiteSettings } from '@/domain/settings'
import { parseHex } from '@/lib/contrast'
import { accentIn, type ThemeAccent } from '@/lib/site-look'
import styles from './settings.module.css'

const WORDS = { light: ['Light pages', 'darkened'], dark: ['Dark pages', 'lightened'] } as const

const styleOf = ({ colour, ink }: ThemeAccent) =>
	({ '--accent': colour, '--accent-ink': ink }) as CSSProperties

/** Name, headline, text and accent as readers have them, in light and dark. */
export function LookPreview({ settings }: { settings: SiteSettings }) {
	const typed = parseHex(settings.accent)
	const accents = typed && accentIn(typed)
	return (
		<section className={styles.previews} aria-labelledby="look-heading">
			<h2 id="look-heading">As readers see it</h2>
			<div className={styles.papers}>
				{(['light', 'dark'] as const).map((theme) => {
					const [title, changed] = WORDS[theme]
					const accent = accents?.[theme]
					return (
						<figure key={theme}>
							<div className={styles.paper} data-scheme={theme} style={accent && styleOf(accent)}>
								<p className={styles.sampleName} dir="auto">
									<span data-plated={settings.logoOnPlate || undefined}>
										<SiteName site={settings} />
									</span>
								</p>
								<p className={styles.sampleHeadline}>A headline of a story</p>
								<p>
									Text of a story with <span className={styles.sampleLink}>the accent</span> in it.
								</p>
								<p className={styles.sampleLabel}>
									A label <span className={styles.sampleButton}>Button</span>
								</p>
							</div>
							<figcaption>
								{title}
								{accent &&
									`: ${accent.colour}${accent.adjusted ? `, ${changed} from ${typed} so that it can be read` : ''}; contrast ${accent.contrast.toFixed(1)} to 1`}
							</figcaption>
						</figure>
					)
				})}
			</div>
		</section>
	)
}
