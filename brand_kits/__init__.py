"""brand_kits"""
