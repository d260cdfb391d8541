// Before the first paint: the chosen language, its direction and the chosen theme, so that nothing flips or flashes.
;(function () {
  try {
    var root = document.documentElement
    var theme = localStorage.getItem('homeward.theme')
    var language = localStorage.getItem('homeward.language')
    if (theme === 'day' || theme === 'night') root.dataset.theme = theme
    if (language === 'fr' || language === 'en' || language === 'ar') {
      root.lang = language
      root.dir = language === 'ar' ? 'rtl' : 'ltr'
    }
  } catch {
    // Storage may be closed to us; the defaults then stand.
  }
})()
