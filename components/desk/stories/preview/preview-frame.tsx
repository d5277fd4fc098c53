import deskStyles from '@/components/desk/desk.module.css'
import styles from './preview.module.css'

export const PREVIEW_VIEWS = ['phone', 'tablet', 'desktop', 'print', 'card'] as const
export type PreviewView = (typeof PREVIEW_VIEWS)[number]
export type PreviewTheme = 'light' | 'dark'

const LABELS: Record<PreviewView, string> = {
	phone: 'Phone',
	tablet: 'Tablet',
	desktop: 'Desktop',
	print: 'Print',
	card: 'Share card',
}

type Props = {
	view: PreviewView
	theme: PreviewTheme
	/** Path of this page, and of the page in the frame, both with the query of the text. */
	pathOf: (view: PreviewView, theme: PreviewTheme) => string
	framePath: string
}

/** Switches between widths and colours. */
export function PreviewSwitch({ view, theme, pathOf, framePath }: Props) {
	const other = theme === 'dark' ? 'light' : 'dark'
	return (
		<nav className={`${deskStyles.links} ${styles.switch}`} aria-label="Preview as">
			<ul className={deskStyles.links}>
				{PREVIEW_VIEWS.map((each) => (
					<li key={each}>
						<a href={pathOf(each, theme)} aria-current={each === view ? 'page' : undefined}>
							{LABELS[each]}
						</a>
					</li>
				))}
			</ul>
			{view !== 'card' && view !== 'print' && <a href={pathOf(view, other)}>In {other} colours</a>}
			<a href={framePath} target="_blank" rel="noopener">
				Open alone, to print
			</a>
		</nav>
	)
}

/** The page without its script, in a frame of the chosen width. */
export const PreviewFrame = ({
	view,
	framePath,
}: {
	view: 'phone' | 'tablet' | 'desktop'
	framePath: string
}) => (
	// biome-ignore lint/a11y/noNoninteractiveTabindex: the window scrolls sideways on narrow screens.
	<section className={styles.window} aria-label="Preview" tabIndex={0}>
		<iframe
			title={`The story on a ${LABELS[view].toLowerCase()}`}
			src={framePath}
			sandbox="allow-same-origin"
			className={styles[view]}
		/>
	</section>
)
