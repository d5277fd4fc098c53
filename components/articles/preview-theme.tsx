import type { ReactNode } from 'react'
import styles from './preview-theme.module.css'

/** The page in the light or dark colours, whatever the device and the reader have chosen. */
export const PreviewTheme = ({ dark, children }: { dark: boolean; children: ReactNode }) => (
	<div className={dark ? styles.dark : styles.light}>{children}</div>
)
