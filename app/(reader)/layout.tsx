import '@/app/reader.css'
import type { ReactNode } from 'react'

export default function ReaderLayout({ children }: { children: ReactNode }) {
	return children
}
